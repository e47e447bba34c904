//! Table `office_profile`: one row an office. P1, but for the officials' numbers (P2, printed on letters).

use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity, VersionedEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "office_profile")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    /// The office's number again: what compare-and-swap names the row by.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub version: i64,
    pub address: String,
    pub contact: String,
    /// Millionths of a degree.
    pub latitude: Option<i64>,
    pub longitude: Option<i64>,
    pub unit_code: Option<String>,
    pub paper: String,
    pub face: String,
    pub pattern: String,
    pub books: String,
    pub acting: Option<String>,
    pub head_name: Option<String>,
    pub head_rank: Option<String>,
    pub head_nip: Option<String>,
    pub secretary_name: Option<String>,
    pub secretary_rank: Option<String>,
    pub secretary_nip: Option<String>,
    pub crest: Option<Uuid>,
    pub changed_by: Option<Uuid>,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Nothing;
}

impl VersionedEntity for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
    const CHANGED_BY: Column = Column::ChangedBy;
    const CHANGED_AT: Column = Column::ChangedAt;
}
