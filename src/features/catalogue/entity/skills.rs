//! Certificates that pages of shops show.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::server::db::{PublicEntity, WideEntity};

/// That the seller of a shop wants one of their own certificates shown on its page.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "shop_skill")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub participant: Uuid,
    /// Of the shop: ten digits.
    pub office: i64,
    /// Who has agreed.
    pub account: Uuid,
    /// A letter, of whichever office held the training.
    pub certificate: Uuid,
    pub title: String,
    pub year: i64,
    /// With which it is checked, sealed by the office of the shop: a stolen table opens no page of a letter.
    pub token: Vec<u8>,
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl WideEntity for Entity {}

impl PublicEntity for Entity {
    fn published() -> Condition {
        Condition::all()
    }
}
