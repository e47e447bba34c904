use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::server::db::{PublicEntity, WideEntity};

/// What the tracker shows without a login: steps and dates. No person, no service.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reference")]
pub struct Model {
    /// Nine characters without dashes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reference: String,
    pub office: i64,
    pub application_id: Uuid,
    pub state: String,
    pub since: i64,
    pub submitted_at: i64,
    pub promised_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl WideEntity for Entity {}

impl PublicEntity for Entity {
    fn published() -> Condition {
        Condition::all()
    }
}
