use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, PersonName, Version};
use crate::features::accounts::entity::account;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store::{self, By};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::{WriteScope, key};
use crate::text::Lang;

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
        let changed = account::ActiveModel {
            name: Set(Some(record.name.as_str().to_owned())),
            language: Set(record.language.code().to_owned()),
            version: Set(record.version.next().0),
            ..Default::default()
        };
        update(scope, record.account, record.version, changed).await
    }
}

/// Changes an account that still has the version that was read.
pub(super) async fn update(scope: &WriteScope<'_>, id: AccountId, seen: Version, changed: account::ActiveModel) -> Result<(), Refusal> {
    let update = scope.update_wide::<account::Entity>().set(changed).filter(account::Column::Id.eq(key(id)));
    let update = update.filter(account::Column::Version.eq(seen.0)).exec(scope.conn()).await?;
    if update.rows_affected == 1 { Ok(()) } else { Err(Refusal::Busy) }
}
