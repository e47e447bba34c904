use super::moment::{Handled, of_copy, today};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::CopyId;
use crate::features::library::policy::{self, Facts};
use crate::features::library::{CopyPlace, Reservation, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Nobody came for a copy that was put aside, or whoever reserved it gave it up: it is for the next one, or goes
/// back to the shelf. An officer says so, because somebody has to carry it there.
#[derive(Clone, Debug)]
pub struct LetGo {
    pub copy: CopyId,
}

pub struct LettingGo {
    handled: Handled,
    /// For whom it was put aside.
    was_for: Option<Reservation>,
}

impl Act for LetGo {
    type Record = LettingGo;
    type Done = ();
    const NAME: ActName = ActName::LetGo;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<LettingGo, Refusal> {
        let handled = Handled::find(scope, self.copy).await?;
        let was_for = match handled.copy.place {
            CopyPlace::Aside { reservation, .. } => Some(store::reservation(scope, reservation).await?),
            _ => None,
        };
        Ok(LettingGo { handled, was_for })
    }

    fn decide(&self, actor: &Actor, _: &LettingGo) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, letting: &mut LettingGo, cx: &Moment) -> Result<Change<()>, Refusal> {
        let LettingGo { handled, was_for } = letting;
        if !handled.copy.let_go() {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        // Whoever gave it up has said so before.
        *was_for = was_for.take().filter(|reservation| reservation.turn.is_open());
        if let Some(reservation) = was_for {
            reservation.give_up();
        }
        handled.serve(today(cx))?;
        Ok(Change::of(of_copy(self.copy), ()).fields(&["place"]))
    }

    async fn save(letting: &LettingGo, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(reservation) = &letting.was_for {
            store::save_reservation(scope, reservation).await?;
        }
        letting.handled.save(scope).await
    }
}
