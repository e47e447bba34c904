use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::EnrolmentId;
use crate::features::accounts::enrolments::{self, Enrolment};
use crate::features::accounts::entity::enrolment;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::{WriteScope, key};
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
        let enrolment = enrolments::by_code(scope, &self.code).await?;
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
        let id = record.enrolment.id;
        let sealed = record.secret.as_ref().map(|secret| store::seal(scope.db(), "enrolment.totp", id.as_u128(), secret));
        let opened = enrolment::ActiveModel { opened_by: Set(Some(record.browser.bytes())), totp: Set(sealed), ..Default::default() };
        let update = scope.update_wide::<enrolment::Entity>().set(opened).filter(enrolment::Column::Id.eq(key(id)));
        let update = update.filter(enrolment::Column::UsedAt.is_null()).exec(scope.conn()).await?;
        if update.rows_affected == 1 { Ok(()) } else { Err(Refusal::Busy) }
    }
}
