use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, Version};
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store::{self, By};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// A new password, hashed already. Who has one has shown it; all other sessions end afterwards.
pub struct SetPassword {
    pub account: AccountId,
    pub hashed: String,
}

pub struct Record {
    account: AccountId,
    version: Version,
    hashed: String,
}

impl Act for SetPassword {
    type Record = Record;
    type Done = ();
    const NAME: ActName = ActName::SetPassword;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let person = store::find(scope, By::Id(self.account)).await?.ok_or(Refusal::NotFound)?;
        Ok(Record { account: person.id, version: person.version, hashed: self.hashed.clone() })
    }

    fn decide(&self, actor: &Actor, record: &Record) -> Decision {
        policy::decide(actor, Self::NAME, Subject::person(Some(record.account)))
    }

    fn apply(&self, record: &mut Record, _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(Change::of(Object::new("account", record.account), ()).fields(&["password"]))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::set_password(scope, record.account, record.version, &record.hashed).await
    }
}
