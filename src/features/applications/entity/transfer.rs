use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity};

/// What became of the sending of a move to another office: one row a case, written once. Whoever writes it
/// first has decided whether anything leaves.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "application_transfer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: Uuid,
    pub owner: Uuid,
    /// `None` where consent was taken back before there was a letter.
    pub letter_id: Option<Uuid>,
    /// Ten digits.
    pub destination: i64,
    pub state: String,
    /// Why it was declined, sealed (P2).
    pub reason: Option<Vec<u8>>,
    /// Microseconds UTC: since when it is in its state.
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
}
