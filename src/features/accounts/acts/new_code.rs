use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::access::Refusal;
use crate::domain::{AccountId, EnrolmentId};
use crate::features::accounts::entity::enrolment;
use crate::features::accounts::store;
use crate::server::act::Moment;
use crate::server::db::{WriteScope, key};
use crate::server::session::otp::SlipCode;

/// A code that is handed over is good for three days: to the next visit, not to the next move.
const LIVES: i64 = 3 * 24 * 3600;

/// A one-time code for a member of staff. Those given out before are worth nothing from then on.
#[derive(Clone)]
pub struct NewCode {
    pub id: EnrolmentId,
    pub account: AccountId,
    /// Twelve letters and digits, 60 bits.
    pub code: String,
    /// A new second factor too, where the person has one.
    pub new_factor: bool,
}

impl NewCode {
    pub fn draw(account: AccountId, new_factor: bool, cx: &Moment) -> Self {
        Self { id: cx.fresh(), account, code: spell(&cx.random::<12>()), new_factor }
    }

    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let (db, now) = (scope.db(), scope.now());
        let void = enrolment::ActiveModel { used_at: Set(Some(now.micros())), code: Set(None), ..Default::default() };
        let open = enrolment::Column::Account.eq(key(self.account));
        scope
            .update_wide::<enrolment::Entity>()
            .set(void)
            .filter(open)
            .filter(enrolment::Column::UsedAt.is_null())
            .exec(scope.conn())
            .await?;
        let row = enrolment::ActiveModel {
            id: Set(key(self.id)),
            account: Set(key(self.account)),
            code_index: Set(db.keys().blind_index(db.regency()).of("enrolment", &self.code).to_vec()),
            code: Set(Some(store::seal(db, "enrolment.code", self.id.as_u128(), self.code.as_bytes()))),
            new_factor: Set(self.new_factor),
            created_by: Set(scope.by().map(key)),
            created_at: Set(now.micros()),
            expires_at: Set(now.plus_seconds(LIVES).micros()),
            opened_by: Set(None),
            totp: Set(None),
            used_at: Set(None),
        };
        Ok(scope.insert_wide::<enrolment::Entity>(row).await?)
    }
}

/// Random bytes as letters and digits that nobody mistakes: five bits each, 256 is a multiple of 32.
pub fn spell(random: &[u8]) -> String {
    random.iter().map(|byte| char::from(SlipCode::LETTERS[usize::from(byte % 32)])).collect()
}
