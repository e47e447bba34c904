use super::moment::{Held, today};
use crate::access::{Code, Refusal};
use crate::domain::{ParticipantId, PersonName};
use crate::features::training::store::Mark;
use crate::features::training::{Enrolment, Person, Place, store};
use crate::server::act::Moment;
use crate::server::db::WriteScope;

/// Somebody on their way into a training.
pub struct Joining {
    pub held: Held,
    pub mark: Option<Mark>,
    /// The scope sees them in it already. What it does not see, the table does.
    pub is_there: bool,
    new: Option<Enrolment>,
}

impl Joining {
    pub const fn new(held: Held, mark: Option<Mark>, is_there: bool) -> Self {
        Self { held, mark, is_there, new: None }
    }

    /// Puts them at the end of the line: who, and which place that is.
    ///
    /// # Errors
    /// As [`crate::features::training::Training::accepts`]; `Conflict(EnrolledAlready)`.
    pub fn join(&mut self, name: &PersonName, who: Person, cx: &Moment) -> Result<(ParticipantId, Place), Refusal> {
        let Held { training, line, .. } = &mut self.held;
        training.accepts(line, today(cx))?;
        if self.is_there {
            return Err(Refusal::Conflict(Code::EnrolledAlready));
        }
        let (id, place) = (cx.fresh::<ParticipantId>(), line.next());
        self.new = Some(Enrolment {
            id,
            version: None,
            training: training.id,
            turn: training.next_turn,
            name: name.clone(),
            who,
            enrolled_at: cx.now,
            left_at: None,
            presence: Vec::new(),
            before: None,
            after: None,
            feedback: None,
            certificate: None,
        });
        line.join(training.next_turn, id);
        Ok((id, place))
    }

    /// # Errors
    /// `Conflict(EnrolledAlready)`, `Busy` when another took the turn: the act runs again.
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some(enrolment) = &self.new else { return Ok(()) };
        store::add_enrolment(scope, enrolment, self.mark).await?;
        store::take_turn(scope, enrolment).await?;
        store::announce(scope, &self.held.training, &self.held.line).await
    }
}
