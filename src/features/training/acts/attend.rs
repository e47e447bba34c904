use super::moment::{Own, of_participant};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, TrainingId};
use crate::features::training::attendance_code::{AttendanceCode, Wall, session_of};
use crate::features::training::{Presence, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;
use crate::server::seal::BlindIndex;

/// Somebody notes by themselves that they are at a session: the one on whose wall the code stands. The code is looked
/// at inside of the act, so that whoever sends it again because the answer was lost is told that they are noted.
#[derive(Clone, Debug)]
pub struct AttendSession {
    pub office: OfficeCode,
    pub training: TrainingId,
    /// As it was typed.
    pub code: AttendanceCode,
}

/// One's own place, and the key from which the codes of its office follow.
pub struct Attending {
    own: Own,
    key: BlindIndex,
}

impl Act for AttendSession {
    type Record = Attending;
    type Done = ();
    const NAME: ActName = ActName::AttendSession;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Attending, Refusal> {
        Ok(Attending { own: Own::find(scope, self.training).await?, key: scope.blind_index() })
    }

    fn decide(&self, actor: &Actor, attending: &Attending) -> Decision {
        policy::decide(actor, Self::NAME, attending.own.facts())
    }

    fn apply(&self, attending: &mut Attending, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Attending { own, key } = attending;
        let sits = own.sits();
        own.training.must_be_open()?;
        let session = session_of(&Wall::all(&own.training, cx.zone()), key, self.code, cx.now)?;
        own.enrolment.attend(Presence::by_code(session, cx.by()?, cx.now), sits)?;
        Ok(Change::of(of_participant(own.enrolment.id), ()).fields(&["presence"]))
    }

    async fn save(attending: &Attending, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        // Whoever sends it twice at once was there once: the slower one runs again and finds it noted.
        match store::save_enrolment(scope, &attending.own.enrolment).await {
            Err(Refusal::Stale { .. }) => Err(Refusal::Busy),
            saved => saved,
        }
    }
}
