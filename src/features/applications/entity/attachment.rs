use sea_orm::entity::prelude::*;

use crate::server::db::{ResidentsReach, TenantEntity};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    /// The id of the stored photo.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub thumbnail: Uuid,
    pub application_id: Uuid,
    pub owner: Uuid,
    /// The name of the question.
    pub field: String,
    /// Its place among the photos of the case.
    pub place: i64,
    pub size_bytes: i64,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
}
