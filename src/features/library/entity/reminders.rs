//! That the end of a loan was told (P2).

use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "library_reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub loan: Uuid,
    /// A day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub due: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    pub account: Uuid,
    pub told_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Account);
}
