/// Where a reviewer has said that they live, one after the other. Rows are added and never changed.
pub mod reviewer_move {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reviewer_move")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
        /// From 0 on.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        /// Ten digits (P2: where somebody of the staff lives).
        pub office: i64,
        /// Microseconds UTC.
        pub said_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use crate::server::db::WideEntity;

impl WideEntity for reviewer_move::Entity {}
