use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::EnrolmentId;
use crate::features::accounts::model::Enrolment;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;
use crate::server::session::{TokenHash, totp};

/// Somebody types the code they were handed: from then on this browser, and no other, may set up
/// password and second factor. The same code again opens it anew, with another secret.
pub struct OpenEnrolment {
    pub code: String,
    pub browser: TokenHash,
}

pub struct Record {
    enrolment: Enrolment,
    browser: TokenHash,
    secret: Option<Vec<u8>>,
}

impl Act for OpenEnrolment {
    type Record = Record;
    type Done = EnrolmentId;
    const NAME: ActName = ActName::OpenEnrolment;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        // Who practises may hand out codes, and with them nobody becomes a colleague whose tasks are ticked.
        if scope.db().is_practice() {
            return Err(Refusal::Forbidden);
        }
        let enrolment = store::enrolment_of(scope, &self.code).await?;
        Ok(Record { enrolment, browser: self.browser, secret: None })
    }

    fn decide(&self, actor: &Actor, record: &Record) -> Decision {
        policy::decide(actor, Self::NAME, Subject::person(Some(record.enrolment.person.id)))
    }

    fn apply(&self, record: &mut Record, cx: &Moment) -> Result<Change<EnrolmentId>, Refusal> {
        record.secret = record.enrolment.wants_a_factor().then(|| cx.random::<{ totp::SECRET_BYTES }>().to_vec());
        Ok(Change::of(Object::new("enrolment", record.enrolment.id), record.enrolment.id))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::open_code(scope, record.enrolment.id, record.browser, record.secret.as_deref()).await
    }
}
