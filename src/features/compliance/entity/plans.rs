//! What offices undertake. The plan is the office's own; the public reads a projection of those that are open.

pub mod plan {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "improvement_plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub campaign: Uuid,
        pub item: String,
        /// JSON of what was undertaken (P1: who sees to it is a member of the office's staff).
        pub body: String,
        /// Days since 1970-01-01, as are all days here.
        pub until: i64,
        pub done_on: Option<i64>,
        pub changed_by: Option<Uuid>,
        /// Microseconds UTC.
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Without who sees to it, and gone once it is done (P0).
pub mod next_step {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "next_step")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub campaign: Uuid,
        /// Ten digits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub item: String,
        pub what: String,
        pub until: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};

use super::campaign;
use crate::server::db::{PublicEntity, RegencyEntity, ResidentsReach, TenantEntity, VersionedEntity, WideEntity};

impl TenantEntity for plan::Entity {
    const OFFICE: plan::Column = plan::Column::OfficeId;
    const RESIDENTS: ResidentsReach<plan::Column> = ResidentsReach::Nothing;
}

impl VersionedEntity for plan::Entity {
    const ID: plan::Column = plan::Column::Id;
    const VERSION: plan::Column = plan::Column::Version;
    const CHANGED_BY: plan::Column = plan::Column::ChangedBy;
    const CHANGED_AT: plan::Column = plan::Column::ChangedAt;
}

impl RegencyEntity for plan::Entity {}

impl WideEntity for next_step::Entity {}

impl PublicEntity for next_step::Entity {
    fn published() -> Condition {
        let mut public = Query::select();
        public.column(campaign::Column::Id).from(campaign::Entity).and_where(campaign::Column::State.eq("published"));
        Condition::all().add(next_step::Column::Campaign.in_subquery(public))
    }
}
