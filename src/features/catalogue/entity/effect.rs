//! How complete shops were before and after trainings of their sellers.

use sea_orm::entity::prelude::*;

use crate::server::db::{RegencyEntity, ResidentsReach, TenantEntity};

/// P1: a number of a shop, and nobody's name.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training_effect")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub training: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop: Uuid,
    pub topic: String,
    /// In percent.
    pub before: i64,
    /// Microseconds UTC, like every moment here.
    pub before_at: i64,
    pub after: Option<i64>,
    pub after_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Nothing;
}

impl RegencyEntity for Entity {}
