//! Tables `letter` and `letter_public`.

/// A letter, or a number that was crossed out, in the book of its office.
pub mod letter {
    use sea_orm::entity::prelude::*;

    use crate::server::db::{ResidentsReach, TenantEntity, VersionedEntity};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "letter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        /// Null for a number that was crossed out, and for a certificate.
        pub application: Option<Uuid>,
        pub owner: Option<Uuid>,
        pub register: String,
        pub year: i64,
        pub sequence: i64,
        pub number: String,
        pub service: String,
        pub title: String,
        /// Whom it is about, in clear inside the office (P2).
        pub holder: String,
        pub signer: String,
        /// Days since 1970 in the office's zone, like every day here.
        pub issued_on: i64,
        /// Microseconds UTC, like every moment here.
        pub issued_at: i64,
        pub valid_until: Option<i64>,
        pub token_hash: Option<Vec<u8>>,
        pub state: String,
        pub reason: Option<String>,
        pub ended_by: Option<Uuid>,
        pub ended_at: Option<i64>,
        pub replaced_by: Option<Uuid>,
        /// What was signed: sealed JSON (P3).
        pub snapshot: Option<Vec<u8>>,
        /// SHA-256 of the JSON.
        pub snapshot_hash: Option<Vec<u8>>,
        pub pdf: Option<Uuid>,
        pub pdf_sha256: Option<Vec<u8>>,
        pub pdf_bytes: Option<i64>,
        /// The form that goes with it, like `pdf`; null for most letters.
        pub annex: Option<Uuid>,
        pub annex_sha256: Option<Vec<u8>>,
        pub annex_bytes: Option<i64>,
        pub handed_by: Option<Uuid>,
        pub handed_at: Option<i64>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl TenantEntity for Entity {
        const OFFICE: Column = Column::OfficeId;
        const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
    }

    impl VersionedEntity for Entity {
        const ID: Column = Column::Id;
        const VERSION: Column = Column::Version;
        const CHANGED_BY: Column = Column::ChangedBy;
        const CHANGED_AT: Column = Column::ChangedAt;
    }
}

/// What whoever holds the code may see. Written in the transaction of the letter, so never behind it.
pub mod public {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use crate::server::db::{PublicEntity, WideEntity};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "letter_public")]
    pub struct Model {
        /// SHA-256 of the token: the token itself is on the paper only.
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: Vec<u8>,
        /// Not a tenant's row: it belongs to everybody who holds the code.
        pub office: i64,
        pub letter: Uuid,
        pub title: String,
        pub number: String,
        /// `S*** A*****`
        pub holder: String,
        pub signer: String,
        pub issued_on: i64,
        pub valid_until: Option<i64>,
        pub state: String,
        pub reason: Option<String>,
        pub ended_on: Option<i64>,
        /// Number and day of the letter that stands in its place.
        pub next_number: Option<String>,
        pub next_on: Option<i64>,
        /// Its code, sealed under the office's key.
        pub next_token: Option<Vec<u8>>,
        pub pdf_sha256: Option<Vec<u8>>,
        /// The training of a certificate, like the four after it.
        pub course: Option<String>,
        pub course_place: Option<String>,
        pub course_from: Option<i64>,
        pub course_until: Option<i64>,
        pub course_minutes: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl WideEntity for Entity {}

    impl PublicEntity for Entity {
        fn published() -> Condition {
            Condition::all()
        }
    }
}
