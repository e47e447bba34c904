//! Tables of the whole regency: a person has one account, whichever office they visit or work for.

use crate::server::db::WideEntity;

/// A person who can sign in.
pub(super) mod account {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// P2. Null until a new resident has said it.
        pub name: Option<String>,
        /// P2, sealed.
        pub phone: Vec<u8>,
        /// Blind index.
        pub phone_index: Vec<u8>,
        /// A second name to sign in with, for staff: `rini.tamansari-licin`.
        pub staff_name: Option<String>,
        /// P4, argon2id.
        pub password: Option<String>,
        /// P4, sealed: the secret of the second factor.
        pub totp: Option<Vec<u8>>,
        /// The last step of 30 seconds whose code was used.
        pub totp_step: Option<i64>,
        pub language: String,
        /// This and all times below: microseconds UTC.
        pub created_at: i64,
        pub disabled_at: Option<i64>,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A right to act for a unit. Rows are never deleted: who held which right when is part of the record.
pub(super) mod membership {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        /// Ten digits an office, six a kecamatan, four the regency.
        pub unit: i64,
        pub role: String,
        pub valid_from: i64,
        pub valid_to: Option<i64>,
        pub granted_by: Option<Uuid>,
        pub granted_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The offices at which a resident has something.
pub(super) mod resident_office {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "resident_office")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        pub since: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A one-time code by which a member of staff sets up password and second factor.
pub(super) mod enrolment {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enrolment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        /// Blind index of the code.
        pub code_index: Vec<u8>,
        /// Sealed, for whoever hands it over; gone once it is used.
        pub code: Option<Vec<u8>>,
        /// Also for who has a second factor: a new one.
        pub new_factor: bool,
        pub created_by: Option<Uuid>,
        pub created_at: i64,
        pub expires_at: i64,
        /// Hash of the token of the browser that typed it.
        pub opened_by: Option<Vec<u8>>,
        /// Sealed: the secret that is being set up.
        pub totp: Option<Vec<u8>>,
        pub used_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A code to sign in with, printed at the counter for one phone.
pub(super) mod slip {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "slip")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub phone_index: Vec<u8>,
        pub code_index: Vec<u8>,
        /// Sealed, for the printer; gone with the slip's end.
        pub code: Option<Vec<u8>>,
        pub office: i64,
        pub printed_by: Uuid,
        pub printed_at: i64,
        pub expires_at: i64,
        pub used_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

impl WideEntity for account::Entity {}
impl WideEntity for membership::Entity {}
impl WideEntity for resident_office::Entity {}
impl WideEntity for enrolment::Entity {}
impl WideEntity for slip::Entity {}
