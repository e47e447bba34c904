use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity, VersionedEntity};

/// Moves that come to an office. Residents read theirs at the office that they leave.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "transfer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    /// That of the letter at its own office.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub version: i64,
    /// Ten digits of the office that they leave.
    pub origin: i64,
    pub owner: Option<Uuid>,
    pub state: String,
    /// What the resident lets this office have: one sealed JSON (P3). Empty once it was forgotten.
    pub body: Vec<u8>,
    /// Microseconds UTC, like every moment here.
    pub created_at: i64,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<i64>,
    /// Why it is declined, sealed (P2).
    pub reason: Option<Vec<u8>>,
    pub letter_revoked_at: Option<i64>,
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
