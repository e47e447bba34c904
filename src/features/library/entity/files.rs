//! Files of titles that everybody may read (P0).

use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::server::db::{PublicEntity, WideEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "library_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub title: Uuid,
    /// At which its bytes are kept.
    pub office: i64,
    /// Under which they are kept there.
    pub file: String,
    pub size_bytes: i64,
    pub licence: String,
    pub source: String,
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl WideEntity for Entity {}

impl PublicEntity for Entity {
    fn published() -> Condition {
        Condition::all()
    }
}
