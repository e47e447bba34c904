use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, Lang, PersonName, Version};
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store::{self, By};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Somebody says their name, or the language in which they read.
pub struct EditProfile {
    pub account: AccountId,
    pub name: PersonName,
    pub language: Lang,
}

pub struct Record {
    account: AccountId,
    version: Version,
    name: PersonName,
    language: Lang,
}

impl Act for EditProfile {
    type Record = Record;
    type Done = ();
    const NAME: ActName = ActName::EditProfile;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let person = store::find(scope, By::Id(self.account)).await?.ok_or(Refusal::NotFound)?;
        Ok(Record { account: person.id, version: person.version, name: self.name.clone(), language: self.language })
    }

    fn decide(&self, actor: &Actor, record: &Record) -> Decision {
        policy::decide(actor, Self::NAME, Subject::person(Some(record.account)))
    }

    fn apply(&self, record: &mut Record, _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(Change::of(Object::new("account", record.account), ()).fields(&["name", "language"]))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::set_profile(scope, record.account, record.version, &record.name, record.language).await
    }
}
