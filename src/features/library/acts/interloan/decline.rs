use super::step::of_interloan;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::InterloanId;
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Side;
use crate::features::library::{Interloan, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The lender sends none, and the reader reads why.
#[derive(Clone, Debug)]
pub struct DeclineInterloan {
    pub interloan: InterloanId,
    pub reason: String,
}

impl Act for DeclineInterloan {
    type Record = Interloan;
    type Done = ();
    const NAME: ActName = ActName::DeclineInterloan;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Interloan, Refusal> {
        store::interloan_of(scope, self.interloan, Side::Lender).await
    }

    fn decide(&self, actor: &Actor, _: &Interloan) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, interloan: &mut Interloan, cx: &Moment) -> Result<Change<()>, Refusal> {
        if self.reason.trim().is_empty() {
            return Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        }
        interloan.decline(self.reason.clone(), cx.now)?;
        Ok(Change::of(of_interloan(self.interloan), ()).fields(&["stage", "reason"]))
    }

    async fn save(interloan: &Interloan, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_interloan(scope, interloan).await
    }
}
