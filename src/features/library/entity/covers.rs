//! The cover of a title (P0).

use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::server::db::{PublicEntity, WideEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "library_cover")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub title: Uuid,
    /// At which its photo is kept.
    pub office: i64,
    pub photo: Uuid,
    /// Under which its bytes are kept there.
    pub file: String,
    /// JSON: width and height of each size.
    pub sizes: String,
    pub colour: String,
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl WideEntity for Entity {}

impl PublicEntity for Entity {
    fn published() -> Condition {
        Condition::all()
    }
}
