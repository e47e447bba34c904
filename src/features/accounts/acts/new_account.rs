use sea_orm::ActiveValue::Set;

use crate::access::{Code, Refusal, Role, Unit};
use crate::domain::{AccountId, MembershipId, Phone};
use crate::features::accounts::entity::{account, membership};
use crate::features::accounts::store;
use crate::server::db::{WriteScope, key, unique_is};
use crate::text::Lang;

/// An account that is about to be.
#[derive(Clone)]
pub struct NewAccount {
    pub id: AccountId,
    pub phone: Phone,
    pub name: Option<String>,
    pub staff_name: Option<String>,
    pub language: Lang,
    /// As stored, and the secret: set at once for the people of a demonstration alone.
    pub enrolled: Option<(String, Vec<u8>)>,
}

impl NewAccount {
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let (db, row) = (scope.db(), self.id.as_u128());
        let (password, totp) = self.enrolled.clone().unzip();
        let account = account::ActiveModel {
            id: Set(key(self.id)),
            name: Set(self.name.clone()),
            phone: Set(store::seal(db, "account.phone", row, self.phone.expose().as_bytes())),
            phone_index: Set(store::phone_index(db, &self.phone).to_vec()),
            staff_name: Set(self.staff_name.clone()),
            password: Set(password),
            totp: Set(totp.map(|secret| store::seal(db, "account.totp", row, &secret))),
            totp_step: Set(None),
            language: Set(self.language.code().to_owned()),
            created_at: Set(scope.now().micros()),
            disabled_at: Set(None),
            version: Set(1),
        };
        scope.insert_wide::<account::Entity>(account).await.map_err(unique_is(Code::PhoneTaken))
    }
}

/// A right that is about to be, valid from now on.
#[derive(Clone, Copy)]
pub struct NewRight {
    pub id: MembershipId,
    pub account: AccountId,
    pub unit: Unit,
    pub role: Role,
}

impl NewRight {
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let now = scope.now().micros();
        let row = membership::ActiveModel {
            id: Set(key(self.id)),
            account: Set(key(self.account)),
            unit: Set(self.unit.number()),
            role: Set(self.role.code().to_owned()),
            valid_from: Set(now),
            valid_to: Set(None),
            granted_by: Set(scope.by().map(key)),
            granted_at: Set(now),
        };
        Ok(scope.insert_wide::<membership::Entity>(row).await?)
    }
}
