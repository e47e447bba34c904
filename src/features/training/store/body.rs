//! What is personal of somebody in a training, as one sealed text.

use serde::{Deserialize, Serialize};

use super::broken;
use crate::access::Refusal;
use crate::domain::{ParticipantId, PersonName, Phone};
use crate::features::training::{Enrolment, Feedback, Person, Presence, Score};
use crate::server::db::{Scope, WriteScope};
use crate::server::seal::Field;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub name: PersonName,
    /// Of who has no account.
    phone: Option<String>,
    pub presence: Vec<Presence>,
    pub before: Option<Score>,
    pub after: Option<Score>,
    pub feedback: Option<Feedback>,
}

impl Body {
    pub fn of(enrolment: &Enrolment) -> Self {
        let phone = match &enrolment.who {
            Person::Guest { phone } => phone.as_ref(),
            Person::Resident(_) => None,
        };
        Self {
            name: enrolment.name.clone(),
            phone: phone.map(|phone| phone.expose().to_owned()),
            presence: enrolment.presence.clone(),
            before: enrolment.before,
            after: enrolment.after,
            feedback: enrolment.feedback.clone(),
        }
    }

    pub fn sealed(&self, id: ParticipantId, scope: &WriteScope<'_>) -> Result<Vec<u8>, Refusal> {
        let text = serde_json::to_vec(self).map_err(|_| broken("a participant is not JSON"))?;
        Ok(scope.sealer(scope.office()).seal(field(id), &text, scope.db().entropy()))
    }

    pub fn opened(sealed: &[u8], id: ParticipantId, office: i64, scope: &Scope<'_>) -> Result<Self, Refusal> {
        let text = scope.sealer(office).open(field(id), sealed).map_err(|_| broken("a participant does not open"))?;
        serde_json::from_slice(&text).map_err(|_| broken("a participant is none"))
    }

    pub fn guest(&self) -> Result<Person, Refusal> {
        let phone = self.phone.as_deref().map(Phone::parse).transpose().map_err(|_| broken("a kept phone is none"))?;
        Ok(Person::Guest { phone })
    }
}

fn field(id: ParticipantId) -> Field<'static> {
    Field { kind: "training_participant.body", row: id.as_u128() }
}
