//! The tables of this room, and the few columns of `features::accounts` that every request must know:
//! role, office and state of the account are read anew each time, so that a right which was taken
//! away is gone at the next request.

/// One row for each time somebody signed in. P2 (device, network), kept 90 days after its end.
pub(super) mod session {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        /// SHA-256 of the cookie's token.
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: Vec<u8>,
        pub account: Uuid,
        /// The hat; null for a resident, and for staff who have not chosen yet.
        pub membership: Option<Uuid>,
        /// This and all times below: microseconds UTC.
        pub created_at: i64,
        pub last_seen_at: i64,
        pub idle_until: i64,
        pub ends_at: i64,
        /// 1 phone, 2 password and second factor.
        pub auth_level: i64,
        pub step_up_at: Option<i64>,
        /// "Chrome, Android": for the list of one's own sessions.
        pub device: String,
        pub ip_prefix: String,
        pub revoked_at: Option<i64>,
        /// Code of [`super::super::Ended`].
        pub ended_by: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl crate::server::db::WideEntity for Entity {}
}

pub(super) mod account {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: Option<String>,
        pub language: String,
        pub disabled_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl crate::server::db::WideEntity for Entity {}
}

pub(super) mod membership {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub unit: i64,
        pub role: String,
        pub valid_from: i64,
        pub valid_to: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl crate::server::db::WideEntity for Entity {}
}
