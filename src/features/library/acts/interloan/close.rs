use super::step::of_interloan;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::InterloanId;
use crate::features::library::acts::moment::{Handled, today};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Side;
use crate::features::library::{Interloan, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The copy is home again. Whoever waits for it here is next.
#[derive(Clone, Debug)]
pub struct CloseInterloan {
    pub interloan: InterloanId,
}

impl Act for CloseInterloan {
    /// With the copy, once one was sent.
    type Record = (Interloan, Option<Handled>);
    type Done = ();
    const NAME: ActName = ActName::CloseInterloan;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<(Interloan, Option<Handled>), Refusal> {
        let interloan = store::interloan_of(scope, self.interloan, Side::Lender).await?;
        let handled = match interloan.stage.traveller() {
            Some(traveller) => Some(Handled::find(scope, traveller.copy).await?),
            None => None,
        };
        Ok((interloan, handled))
    }

    fn decide(&self, actor: &Actor, _: &(Interloan, Option<Handled>)) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, (interloan, handled): &mut (Interloan, Option<Handled>), cx: &Moment) -> Result<Change<()>, Refusal> {
        interloan.arrive_home(cx.now)?;
        if let Some(handled) = handled {
            handled.copy.arrive_home(self.interloan)?;
            handled.serve(today(cx))?;
        }
        Ok(Change::of(of_interloan(self.interloan), ()).fields(&["stage", "place"]))
    }

    async fn save((interloan, handled): &(Interloan, Option<Handled>), scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_interloan(scope, interloan).await?;
        match handled {
            Some(handled) => handled.save(scope).await,
            None => Ok(()),
        }
    }
}
