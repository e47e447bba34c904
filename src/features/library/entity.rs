//! Tables of the library. Copies, readers, loans and reservations are the office's own; titles and what each
//! library has of them are public.

pub mod clubs;
pub mod covers;
pub mod files;
pub mod interloans;
pub mod reminders;
pub mod stocktakes;

/// A library's own rules, and the numbers that its next copy and card get.
pub mod library {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        pub version: i64,
        /// JSON (P0).
        pub rules: String,
        pub next_copy: i64,
        pub next_card: i64,
        pub changed_by: Option<Uuid>,
        /// Microseconds UTC, like every moment here.
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod copy {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_copy")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub title: Uuid,
        pub code: String,
        pub shelf: String,
        pub place: String,
        /// For whom it was put aside.
        pub reservation: Option<Uuid>,
        pub loan: Option<Uuid>,
        /// A day: of the loan, or until it waits.
        pub until: Option<i64>,
        /// Why it is gone.
        pub note: String,
        pub added_at: i64,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
        /// On which way it is away, or came here.
        pub interloan: Option<Uuid>,
        /// The office whose it is; of the library itself for none.
        pub owner: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod reader {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_reader")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub card: String,
        /// Sealed (P2).
        pub name: Vec<u8>,
        /// Of a child.
        pub guardian: Option<Uuid>,
        pub account: Option<Uuid>,
        pub active: bool,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
        /// Sealed (P2).
        pub about: Option<Vec<u8>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What somebody reads is their own affair (P2): the office and they themselves know.
pub mod loan {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_loan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub copy: Uuid,
        pub title: Uuid,
        pub reader: Uuid,
        pub account: Option<Uuid>,
        pub lent_at: i64,
        /// A day.
        pub due: i64,
        pub renewed: i64,
        pub returned_at: Option<i64>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod reservation {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_reservation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub title: Uuid,
        pub reader: Uuid,
        pub account: Option<Uuid>,
        pub made_at: i64,
        pub turn: String,
        pub copy: Option<Uuid>,
        /// A day.
        pub until: Option<i64>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How many came on a day, and never who.
pub mod visit {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_visit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        pub visitors: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the whole regency knows of a book (P0).
pub mod title {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_title")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Where its words stand.
        pub number: i64,
        pub isbn: Option<i64>,
        pub name: String,
        pub authors: String,
        pub publisher: String,
        pub year: Option<i64>,
        pub language: String,
        pub age: String,
        pub class: String,
        pub summary: String,
        /// The office.
        pub entered_by: i64,
        pub version: i64,
        pub since: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a library has of a title (P0).
pub mod holding {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_holding")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub title: Uuid,
        /// Ten digits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        /// All but those that are gone.
        pub copies: i64,
        pub free: i64,
        pub waiting: i64,
        /// The first day on which a lent one is due.
        pub back: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Words of titles as SQLite keeps them: FTS5.
pub mod text_on_sqlite {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_text")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub rowid: i64,
        pub name: String,
        pub people: String,
        pub story: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The same as PostgreSQL keeps them: a tsvector.
pub mod text_on_postgres {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "library_text")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub rowid: i64,
        #[sea_orm(select_as = "text", save_as = "tsvector")]
        pub words: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use sea_orm::{ColumnTrait, Condition};

use crate::server::db::{PublicEntity, ResidentsReach, TenantEntity, VersionedEntity, WideEntity};

macro_rules! of_an_office {
    ($($table:ident $reach:expr;)+) => {$(
        impl TenantEntity for $table::Entity {
            const OFFICE: $table::Column = $table::Column::OfficeId;
            const RESIDENTS: ResidentsReach<$table::Column> = $reach;
        }
    )+};
}

macro_rules! versioned {
    ($($table:ident)+) => {$(
        impl VersionedEntity for $table::Entity {
            const ID: $table::Column = $table::Column::Id;
            const VERSION: $table::Column = $table::Column::Version;
            const CHANGED_BY: $table::Column = $table::Column::ChangedBy;
            const CHANGED_AT: $table::Column = $table::Column::ChangedAt;
        }
    )+};
}

macro_rules! public {
    ($($table:ident $published:expr;)+) => {$(
        impl WideEntity for $table::Entity {}

        impl PublicEntity for $table::Entity {
            fn published() -> Condition {
                $published
            }
        }
    )+};
}

// Whoever reserves a copy must see which there are; none of it is about a person.
of_an_office! {
    library ResidentsReach::All;
    copy ResidentsReach::All;
    reader ResidentsReach::Own(reader::Column::Account);
    loan ResidentsReach::Own(loan::Column::Account);
    reservation ResidentsReach::Own(reservation::Column::Account);
    visit ResidentsReach::Nothing;
}

versioned! { copy reader loan reservation }

public! {
    title Condition::all();
    holding Condition::all().add(holding::Column::Copies.gt(0));
    text_on_sqlite Condition::all();
    text_on_postgres Condition::all();
}
