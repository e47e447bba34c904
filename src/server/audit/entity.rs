use crate::server::db::{RegencyEntity, ResidentsReach, TenantEntity};

/// One line of an office's record. P1, kept 5 years by whole years.
pub(super) mod line {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        /// 1, 2, 3 .. without a gap.
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        /// Microseconds UTC.
        pub at: i64,
        /// Null for nobody known.
        pub actor: Option<Uuid>,
        /// The membership under which they acted; null for a resident.
        pub hat: Option<Uuid>,
        pub role: String,
        pub act: String,
        pub object_kind: String,
        pub object_id: Uuid,
        /// Names of the fields that changed, with commas between.
        pub fields: String,
        /// The idempotency key of the wish.
        pub request: Uuid,
        pub prev: Vec<u8>,
        pub hash: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where the chain of an office ends. Without it, cutting off the last lines would go unnoticed.
pub(super) mod head {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        pub seq: i64,
        pub hash: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// When somebody of an office did for the first time what the course of its staff teaches. P1, kept like the record.
pub(super) mod first {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "staff_first")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub act: String,
        /// Microseconds UTC.
        pub at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

// Everybody who acts writes here, a resident too. Reading is for the rooms that own it.
impl TenantEntity for line::Entity {
    const OFFICE: line::Column = line::Column::OfficeId;
    const RESIDENTS: ResidentsReach<line::Column> = ResidentsReach::All;
}

impl TenantEntity for head::Entity {
    const OFFICE: head::Column = head::Column::OfficeId;
    const RESIDENTS: ResidentsReach<head::Column> = ResidentsReach::All;
}

// How far the own staff is concerns the office and who looks after its learning.
impl TenantEntity for first::Entity {
    const OFFICE: first::Column = first::Column::OfficeId;
    const RESIDENTS: ResidentsReach<first::Column> = ResidentsReach::Nothing;
}

impl RegencyEntity for first::Entity {}
