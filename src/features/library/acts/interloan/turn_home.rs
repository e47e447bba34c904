use super::step::of_interloan;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::InterloanId;
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Side;
use crate::features::library::{Copy, Interloan, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The receiver sends a guest home: the reader brought it back, or nobody fetched it.
#[derive(Clone, Debug)]
pub struct ReturnInterloan {
    pub interloan: InterloanId,
}

impl Act for ReturnInterloan {
    /// With the copy, once it has been here.
    type Record = (Interloan, Option<Copy>);
    type Done = ();
    const NAME: ActName = ActName::ReturnInterloan;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<(Interloan, Option<Copy>), Refusal> {
        let interloan = store::interloan_of(scope, self.interloan, Side::Receiver).await?;
        let guest = match interloan.stage.traveller() {
            Some(traveller) => store::guest_before(scope, traveller.copy).await?,
            None => None,
        };
        Ok((interloan, guest))
    }

    fn decide(&self, actor: &Actor, _: &(Interloan, Option<Copy>)) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, (interloan, guest): &mut (Interloan, Option<Copy>), cx: &Moment) -> Result<Change<()>, Refusal> {
        interloan.turn_home(cx.now)?;
        guest.as_mut().ok_or(Refusal::Conflict(Code::InterloanMoved))?.set_out()?;
        Ok(Change::of(of_interloan(self.interloan), ()).fields(&["stage"]))
    }

    async fn save((interloan, guest): &(Interloan, Option<Copy>), scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_interloan(scope, interloan).await?;
        match guest {
            Some(guest) => store::save_copy(scope, guest).await,
            None => Ok(()),
        }
    }
}
