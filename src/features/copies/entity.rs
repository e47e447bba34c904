use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity, VersionedEntity};

/// What a kecamatan is told of moves; its "office" is the kecamatan, six digits. No column names anybody
/// (P1): names come masked. Its purpose is the camat's overview of the population; it is kept as long as
/// the register of letters.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "copy_notice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    /// That of the letter at its own office.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub version: i64,
    /// Days since 1970: the day of the letter.
    pub issued_on: i64,
    /// `S*** A*****`
    pub holder: String,
    pub people: i64,
    /// 1 to 5.
    pub class: i64,
    /// Ten digits of the office that has issued the letter.
    pub origin: i64,
    /// Ten digits of the office to which they move, inside the regency ..
    pub destination: Option<i64>,
    /// .. or the regency and the province outside of it.
    pub elsewhere: Option<String>,
    /// Microseconds UTC.
    pub revoked_at: Option<i64>,
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
