//! What is written down while the shelves are gone through.

pub mod stocktake {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_stocktake")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub begun_at: i64,
        pub begun_by: Option<Uuid>,
        pub ended_at: Option<i64>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod counted {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_counted")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub stocktake: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub copy: Uuid,
        pub counted_by: Option<Uuid>,
        pub counted_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod stray {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_stray")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub stocktake: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub label: String,
        pub noted_by: Option<Uuid>,
        pub noted_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use crate::server::db::{ResidentsReach, TenantEntity, VersionedEntity};

macro_rules! of_an_office {
    ($($table:ident)+) => {$(
        impl TenantEntity for $table::Entity {
            const OFFICE: $table::Column = $table::Column::OfficeId;
            const RESIDENTS: ResidentsReach<$table::Column> = ResidentsReach::Nothing;
        }
    )+};
}

of_an_office! { stocktake counted stray }

impl VersionedEntity for stocktake::Entity {
    const ID: stocktake::Column = stocktake::Column::Id;
    const VERSION: stocktake::Column = stocktake::Column::Version;
    const CHANGED_BY: stocktake::Column = stocktake::Column::ChangedBy;
    const CHANGED_AT: stocktake::Column = stocktake::Column::ChangedAt;
}
