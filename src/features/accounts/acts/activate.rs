use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::AccountId;
use crate::features::accounts::model::Enrolment;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;
use crate::server::session::TokenHash;

/// Password and second factor are set up: the code is used, and the account is open.
pub struct Activate {
    pub browser: TokenHash,
    /// As stored.
    pub hashed: String,
    /// The step of the code that was typed, from the secret that is being set up (or the old one).
    pub step: i64,
}

pub struct Record {
    enrolment: Enrolment,
    hashed: String,
    step: i64,
}

impl Act for Activate {
    type Record = Record;
    type Done = AccountId;
    const NAME: ActName = ActName::Activate;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let enrolment = store::opened_enrolment(scope, self.browser).await?;
        Ok(Record { enrolment, hashed: self.hashed.clone(), step: self.step })
    }

    fn decide(&self, actor: &Actor, record: &Record) -> Decision {
        policy::decide(actor, Self::NAME, Subject::person(Some(record.enrolment.person.id)))
    }

    fn apply(&self, record: &mut Record, _: &Moment) -> Result<Change<AccountId>, Refusal> {
        let account = record.enrolment.person.id;
        Ok(Change::of(Object::new("account", account), account).fields(&["password", "totp"]))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let enrolment = &record.enrolment;
        store::use_code(scope, enrolment.id).await?;
        let secret = enrolment.secret.as_ref().map(|secret| secret.as_slice());
        store::enrol(scope, &enrolment.person, &record.hashed, secret, record.step).await
    }
}
