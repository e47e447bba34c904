//! A code on paper: printed by an officer, and used up where it is tried.

use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::access::Refusal;
use crate::domain::Phone;
use crate::server::db::WriteScope;
use crate::server::seal::BlindIndex;

/// The same table as `features::accounts` fills.
mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "slip")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub phone_index: Vec<u8>,
        pub code_index: Vec<u8>,
        pub expires_at: i64,
        pub used_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl crate::server::db::WideEntity for Entity {}
}
use entity::{ActiveModel, Column, Entity};

/// What is printed on a slip, and how it is found again.
pub struct SlipCode;

impl SlipCode {
    /// Which letters and digits a slip has: none that look alike.
    pub const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// As typed: without spaces and hyphens, in capitals.
    pub fn bare(typed: &str) -> String {
        typed.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
    }

    /// The blind index of a slip's code for one phone.
    pub fn index(index: &BlindIndex, phone: &Phone, typed: &str) -> [u8; 16] {
        index.of("slip", &[phone.expose(), "|", &Self::bare(typed)].concat())
    }
}

/// A slip is found by phone and code together, and is used up by being found.
pub(super) async fn use_up(scope: &WriteScope<'_>, phone: &Phone, typed: &str) -> Result<bool, Refusal> {
    let (now, index) = (scope.now().micros(), scope.db().keys().blind_index(scope.db().regency()));
    let used = ActiveModel { used_at: Set(Some(now)), ..Default::default() };
    let update = scope
        .update_wide::<Entity>()
        .set(used)
        .filter(Column::PhoneIndex.eq(index.of("phone", phone.expose()).to_vec()))
        .filter(Column::CodeIndex.eq(SlipCode::index(&index, phone, typed).to_vec()))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now));
    Ok(update.exec(scope.conn()).await?.rows_affected > 0)
}
