use sea_orm::ActiveValue::Set;

use super::new_code::spell;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, Phone, SlipId};
use crate::features::accounts::entity::slip;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::{WriteScope, key};
use crate::server::session::otp::SlipCode;

/// Seconds that a slip is good for: the way home, and the evening.
const LIVES: i64 = 24 * 3600;

/// An officer prints a code for a phone whose owner stands at the counter. Forty bits, because it lives
/// a day and not five minutes.
pub struct PrintSlip {
    pub phone: Phone,
}

pub struct Record {
    id: SlipId,
    phone: Phone,
    code: String,
    printed_by: AccountId,
}

impl Act for PrintSlip {
    type Record = Record;
    type Done = SlipId;
    const NAME: ActName = ActName::PrintSlip;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let printed_by = scope.by().ok_or(Refusal::SignIn)?;
        Ok(Record { id: SlipId::from_u128(0), phone: self.phone.clone(), code: String::new(), printed_by })
    }

    fn decide(&self, actor: &Actor, _: &Record) -> Decision {
        policy::decide(actor, Self::NAME, Subject::person(None))
    }

    fn apply(&self, record: &mut Record, cx: &Moment) -> Result<Change<SlipId>, Refusal> {
        record.id = cx.fresh();
        record.code = spell(&cx.random::<8>());
        Ok(Change::of(Object::new("slip", record.id), record.id))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let (db, now) = (scope.db(), scope.now());
        let index = db.keys().blind_index(db.regency());
        let row = slip::ActiveModel {
            id: Set(key(record.id)),
            phone_index: Set(store::phone_index(db, &record.phone).to_vec()),
            code_index: Set(SlipCode::index(&index, &record.phone, &record.code).to_vec()),
            code: Set(Some(store::seal(db, "slip.code", record.id.as_u128(), record.code.as_bytes()))),
            office: Set(scope.office()),
            printed_by: Set(key(record.printed_by)),
            printed_at: Set(now.micros()),
            expires_at: Set(now.plus_seconds(LIVES).micros()),
            used_at: Set(None),
        };
        Ok(scope.insert_wide::<slip::Entity>(row).await?)
    }
}
