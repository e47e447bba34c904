use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use super::edit_profile::update;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::AccountId;
use crate::features::accounts::enrolments::{self, Enrolment};
use crate::features::accounts::entity::{account, enrolment};
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::{WriteScope, key};
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
        let enrolment = enrolments::opened_by(scope, self.browser).await?;
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
        let (db, person) = (scope.db(), &record.enrolment.person);
        let used =
            enrolment::ActiveModel { used_at: Set(Some(scope.now().micros())), code: Set(None), totp: Set(None), ..Default::default() };
        let once = scope.update_wide::<enrolment::Entity>().set(used).filter(enrolment::Column::Id.eq(key(record.enrolment.id)));
        let once = once.filter(enrolment::Column::UsedAt.is_null()).exec(scope.conn()).await?;
        if once.rows_affected != 1 {
            return Err(Refusal::Busy);
        }
        let mut changed = account::ActiveModel {
            password: Set(Some(record.hashed.clone())),
            totp_step: Set(Some(record.step)),
            version: Set(person.version.next().0),
            ..Default::default()
        };
        if let Some(secret) = &record.enrolment.secret {
            changed.totp = Set(Some(store::seal(db, "account.totp", person.id.as_u128(), secret)));
        }
        update(scope, person.id, person.version, changed).await
    }
}
