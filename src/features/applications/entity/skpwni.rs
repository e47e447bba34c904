use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity};

/// Each SKPWNI as it was recorded for a case. Rows are added and never changed; the newest counts.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "application_skpwni")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    /// That of its file.
    #[sea_orm(primary_key, auto_increment = false)]
    pub blob_id: Uuid,
    pub application_id: Uuid,
    pub owner: Uuid,
    /// As Dukcapil wrote it, sealed (P2).
    pub number: Vec<u8>,
    /// The day on it, in days since 1970.
    pub dated: i64,
    /// Microseconds UTC: when it was recorded.
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
}
