//! The reading club of a library: when it meets, which everybody may know, and who reads along (P2).

pub mod meeting {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_meeting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub day: i64,
        /// Minutes since midnight, on the clock of the office.
        pub begins: i64,
        /// JSON (P1: its link is for members).
        pub venue: String,
        pub book: String,
        pub cancelled_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod member {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub reader: Uuid,
        /// Of the reader, or of a child's guardian.
        pub account: Option<Uuid>,
        pub joined_at: i64,
        /// In whose book they have read.
        pub meeting: Option<Uuid>,
        /// How far, sealed.
        pub reached: Option<Vec<u8>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use crate::server::db::{ResidentsReach, TenantEntity};

impl TenantEntity for meeting::Entity {
    const OFFICE: meeting::Column = meeting::Column::OfficeId;
    const RESIDENTS: ResidentsReach<meeting::Column> = ResidentsReach::All;
}

impl TenantEntity for member::Entity {
    const OFFICE: member::Column = member::Column::OfficeId;
    const RESIDENTS: ResidentsReach<member::Column> = ResidentsReach::Own(member::Column::Account);
}
