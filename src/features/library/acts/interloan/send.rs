use super::step::of_interloan;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{CopyId, InterloanId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Side;
use crate::features::library::{Copy, Interloan, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The lender takes a copy from its shelf and sends it.
#[derive(Clone, Debug)]
pub struct SendInterloan {
    pub interloan: InterloanId,
    pub copy: CopyId,
}

impl Act for SendInterloan {
    type Record = (Interloan, Copy);
    type Done = ();
    const NAME: ActName = ActName::SendInterloan;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<(Interloan, Copy), Refusal> {
        let title = store::copy(scope, self.copy).await?.title;
        store::corner_held(scope, title).await?;
        let interloan = store::interloan_of(scope, self.interloan, Side::Lender).await?;
        Ok((interloan, store::copy_held(scope, self.copy).await?))
    }

    fn decide(&self, actor: &Actor, _: &(Interloan, Copy)) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, (interloan, copy): &mut (Interloan, Copy), cx: &Moment) -> Result<Change<()>, Refusal> {
        if copy.title != interloan.title {
            return Err(Refusal::Invalid(Problems::one("label", ProblemCode::UnknownLabel)));
        }
        interloan.send(copy, cx.now)?;
        copy.leave(self.interloan)?;
        Ok(Change::of(of_interloan(self.interloan), ()).fields(&["stage", "copy"]))
    }

    async fn save((interloan, copy): &(Interloan, Copy), scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_interloan(scope, interloan).await?;
        store::save_copy(scope, copy).await?;
        store::settle(scope, copy.title, 0).await
    }
}
