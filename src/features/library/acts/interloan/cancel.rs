use super::step::of_interloan;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{InterloanId, OfficeCode};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{Request, Side};
use crate::features::library::{Interloan, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The reader does not want it any more, while it is not sent.
#[derive(Clone, Debug)]
pub struct CancelInterloan {
    pub office: OfficeCode,
    pub interloan: InterloanId,
}

impl Act for CancelInterloan {
    type Record = (Request, Interloan);
    type Done = ();
    const NAME: ActName = ActName::CancelInterloan;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<(Request, Interloan), Refusal> {
        let request = store::request(scope, self.interloan).await?;
        Ok((request, store::interloan_of(scope, self.interloan, Side::Receiver).await?))
    }

    fn decide(&self, actor: &Actor, (request, _): &(Request, Interloan)) -> Decision {
        policy::decide(actor, Self::NAME, Facts::own(request.account))
    }

    fn apply(&self, (_, interloan): &mut (Request, Interloan), cx: &Moment) -> Result<Change<()>, Refusal> {
        interloan.cancel(cx.now)?;
        Ok(Change::of(of_interloan(self.interloan), ()).fields(&["stage"]))
    }

    async fn save((_, interloan): &(Request, Interloan), scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_interloan(scope, interloan).await
    }
}
