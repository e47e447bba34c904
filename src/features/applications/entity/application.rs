use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity, VersionedEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "application")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub version: i64,
    pub owner: Uuid,
    /// Code of the service (P1 inside the office, never shown in public).
    pub service: String,
    pub schema_version: i64,
    pub state: String,
    /// Microseconds UTC, like every moment here.
    pub since: i64,
    pub channel: String,
    pub reference: Option<String>,
    pub started_at: i64,
    pub submitted_at: Option<i64>,
    /// Answers and what was returned: one sealed JSON (P3).
    pub body: Vec<u8>,
    pub promised_at: Option<i64>,
    /// Working minutes that are left while the promise stands still.
    pub promise_left: Option<i64>,
    pub lease_by: Option<Uuid>,
    pub lease_until: Option<i64>,
    pub last_step_by: Option<Uuid>,
    pub identity_seen: Option<String>,
    /// What is to be signed, sealed with its hash (P3).
    pub snapshot: Option<Vec<u8>>,
    pub letter_id: Option<Uuid>,
    /// Keyed hashes of NIK and KK, of this office alone; null for a draft.
    pub nik_index: Option<Vec<u8>>,
    pub kk_index: Option<Vec<u8>>,
    pub changed_by: Option<Uuid>,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
}

impl VersionedEntity for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
    const CHANGED_BY: Column = Column::ChangedBy;
    const CHANGED_AT: Column = Column::ChangedAt;
}
