use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub topic: String,
    pub dedupe: String,
    /// JSON of identities and codes. P1.
    pub payload: String,
    /// Whose wish it came from; null for nobody known.
    pub account: Option<Uuid>,
    pub available_at: i64,
    pub attempts: i64,
    pub lease_owner: Option<Uuid>,
    pub lease_until: Option<i64>,
    pub done_at: Option<i64>,
    pub dead_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Nothing;
}
