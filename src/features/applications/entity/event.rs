use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "application_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: Uuid,
    /// The version of the case that it led to, so that no two can stand in one place.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub owner: Uuid,
    pub kind: String,
    pub at: i64,
    pub actor: Option<Uuid>,
    pub role: String,
    /// Reasons and notes: sealed JSON (P3).
    pub words: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
}
