use serde::{Deserialize, Serialize};

use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{LetterId, ParticipantId};
use crate::features::letters::{self, CERTIFICATE, Certificate, NewLetter, RENDER, Render, StoredLetter};
use crate::features::offices::{KeptProfile, profile};
use crate::features::training::deserving::{course_of, deserves_certificate};
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Enrolment, Training, store};
use crate::server::act::{Act, Change, Message, Moment, Object, Register};
use crate::server::db::WriteScope;

/// Signs the certificate of one who was at every session of a training that is over. Number, code and signature come
/// in one transaction with it, as for a letter; the paper follows after the commit.
#[derive(Clone, Debug)]
pub struct SignCertificate {
    pub participant: ParticipantId,
    /// Where its code is checked: "smartkampung.example".
    pub host: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certified {
    pub letter: LetterId,
    pub number: String,
}

pub struct Certifying {
    training: Training,
    enrolment: Enrolment,
    kept: KeptProfile,
    /// The one that was signed before.
    before: Option<StoredLetter>,
    letter: Option<NewLetter>,
}

impl Act for SignCertificate {
    type Record = Certifying;
    type Done = Certified;
    const NAME: ActName = ActName::SignCertificate;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Certifying, Refusal> {
        let enrolment = store::enrolment(scope, self.participant).await?;
        let training = store::training(scope, enrolment.training).await?;
        let before = match enrolment.certificate {
            Some(letter) => Some(letters::stored_letter(scope, letter).await?),
            None => None,
        };
        Ok(Certifying { training, enrolment, kept: profile(scope).await?, before, letter: None })
    }

    fn decide(&self, actor: &Actor, _: &Certifying) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn register(&self, certifying: &Certifying) -> Option<Register> {
        Some(Register(certifying.kept.profile.book(CERTIFICATE)))
    }

    fn apply(&self, certifying: &mut Certifying, cx: &Moment) -> Result<Change<Certified>, Refusal> {
        let Certifying { training, enrolment, kept, before, letter } = certifying;
        // One that was revoked may be signed anew: with another number, and the old one stays in the book.
        if before.as_ref().is_some_and(|before| before.letter.state == letters::State::Issued) {
            return Err(Refusal::Conflict(Code::CertificateSigned));
        }
        deserves_certificate(training, enrolment)?;
        let certificate = Certificate {
            holder: enrolment.name.clone(),
            owner: enrolment.who.account(),
            course: course_of(training),
            host: self.host.clone(),
        };
        let new = letter.insert(certificate.enter(kept, cx)?);
        let id = new.letter.id;
        enrolment.certificate = Some(id);
        let done = Certified { letter: id, number: new.letter.number.to_string() };
        let change = Change::of(Object::new("training_participant", enrolment.id), done);
        Ok(change.fields(&["certificate"]).tell(Message::new(RENDER, id, &Render { letter: id })))
    }

    async fn save(certifying: &Certifying, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_enrolment(scope, &certifying.enrolment).await?;
        match &certifying.letter {
            Some(letter) => letters::insert_letter(scope, letter).await,
            None => Ok(()),
        }
    }
}
