use super::moment::{Held, of_training, today};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ParticipantId, TrainingId};
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Enrolment, Presence, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The office notes by its list who was at a session. Whoever is named in neither list stays as they are: they may
/// have given the code since the list was looked at.
#[derive(Clone, Debug)]
pub struct MarkAttendance {
    pub training: TrainingId,
    /// The number of the session, from 1 on.
    pub session: u8,
    pub present: Vec<ParticipantId>,
    /// Who was noted, and was not there after all.
    pub absent: Vec<ParticipantId>,
}

pub struct Marking {
    held: Held,
    enrolments: Vec<Enrolment>,
    changed: Vec<ParticipantId>,
}

impl Act for MarkAttendance {
    type Record = Marking;
    type Done = ();
    const NAME: ActName = ActName::MarkAttendance;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Marking, Refusal> {
        let held = Held::find(scope, self.training).await?;
        let named: Vec<ParticipantId> = self.present.iter().chain(&self.absent).copied().collect();
        let enrolments = store::enrolments(scope, self.training, &named).await?;
        Ok(Marking { held, enrolments, changed: Vec::new() })
    }

    fn decide(&self, actor: &Actor, _: &Marking) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, marking: &mut Marking, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Marking { held, enrolments, changed } = marking;
        held.training.notes_attendance(self.session, today(cx))?;
        if self.present.iter().chain(&self.absent).any(|named| !enrolments.iter().any(|known| known.id == *named)) {
            return Err(Refusal::NotFound);
        }
        let presence = Presence::listed(self.session, cx.by()?, cx.now);
        for enrolment in enrolments {
            let (was, is) = (enrolment.was_at(self.session), self.present.contains(&enrolment.id));
            match (was, is) {
                (false, true) => enrolment.attend(presence, held.line.sits(enrolment.id))?,
                (true, false) => enrolment.miss(self.session),
                (true, true) | (false, false) => continue,
            }
            changed.push(enrolment.id);
        }
        Ok(Change::of(of_training(self.training), ()).fields(&["presence"]))
    }

    async fn save(marking: &Marking, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for enrolment in marking.enrolments.iter().filter(|enrolment| marking.changed.contains(&enrolment.id)) {
            store::save_enrolment(scope, enrolment).await?;
        }
        Ok(())
    }
}
