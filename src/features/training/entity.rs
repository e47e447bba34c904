//! Tables of trainings. A training, who takes part and in which order are the office's own; what everybody may know
//! of it is public.

pub mod training {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "training")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub slug: String,
        pub state: String,
        /// Why it was cancelled.
        pub reason: String,
        /// JSON; what of it everybody may know is in the notice.
        pub outline: String,
        pub first_day: i64,
        pub next_turn: i64,
        /// Microseconds UTC, like every moment here.
        pub created_at: i64,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The order in which people came, without who they are: whoever enrols or leaves has to see it.
pub mod turn {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "training_turn")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub training: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub turn: i64,
        pub participant: Uuid,
        /// Has not left.
        pub there: bool,
        /// When they got a seat after having waited.
        pub moved_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod participant {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "training_participant")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub training: Uuid,
        pub turn: i64,
        pub account: Option<Uuid>,
        /// Under which the same person is known again: of the phone, or else of the name (P2).
        pub mark: Option<Vec<u8>>,
        /// Name, phone, attendance, scores and feedback: one sealed JSON (P2).
        pub body: Vec<u8>,
        /// At how many sessions they were.
        pub present: i64,
        pub enrolled_at: i64,
        pub left_at: Option<i64>,
        /// A letter.
        pub certificate: Option<Uuid>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// That a session is tomorrow was told.
pub mod reminder {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "training_reminder")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub training: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub session: i64,
        pub told_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Files for those who take part.
pub mod file {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "training_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        /// Of the file's own row, too.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub training: Uuid,
        /// Under which its bytes are kept.
        pub name: String,
        pub media: String,
        pub size_bytes: i64,
        pub title: String,
        pub added_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What everybody may know of a training (P0).
pub mod notice {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "training_notice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Ten digits.
        pub office: i64,
        pub slug: String,
        pub state: String,
        pub reason: String,
        pub topic: String,
        /// Codes, each between spaces.
        pub audiences: String,
        /// Days since 1970-01-01.
        pub first_day: i64,
        pub last_day: i64,
        pub closes: i64,
        pub seated: i64,
        pub waiting: i64,
        /// JSON.
        pub told: String,
        pub since: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use sea_orm::Condition;

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

// Whoever enrols must see what is announced and how long the line is; nothing of it is about a person.
of_an_office! {
    training ResidentsReach::All;
    turn ResidentsReach::All;
    participant ResidentsReach::Own(participant::Column::Account);
    reminder ResidentsReach::Nothing;
    file ResidentsReach::All;
}

versioned! { training participant }

impl WideEntity for notice::Entity {}

impl PublicEntity for notice::Entity {
    fn published() -> Condition {
        Condition::all()
    }
}
