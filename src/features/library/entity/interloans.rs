//! Tables of loans between libraries.

/// What both libraries know of it (P0): whose copy of which title goes where, and nothing of who reads it.
pub mod interloan {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_interloan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        /// Ten digits, like the receiver's.
        pub lender: i64,
        pub receiver: i64,
        pub title: Uuid,
        pub stage: String,
        pub copy: Option<Uuid>,
        pub code: Option<String>,
        /// Why none is sent, as the lender says it to the reader.
        pub reason: Option<String>,
        pub asked_at: i64,
        pub moved_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// For whom the library has asked (P2): written once, at that library.
pub mod request {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        /// That of the loan between the libraries.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub reader: Uuid,
        pub account: Option<Uuid>,
        pub made_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use crate::server::db::{ResidentsReach, TenantEntity, WideEntity};

impl WideEntity for interloan::Entity {}

impl TenantEntity for request::Entity {
    const OFFICE: request::Column = request::Column::OfficeId;
    const RESIDENTS: ResidentsReach<request::Column> = ResidentsReach::Own(request::Column::Account);
}
