//! Tables of the market. `listing` is the office's own record; `market_shop` and `market_product` are
//! what is public of it.

pub mod listing {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "listing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        /// `shop` or `product`.
        pub kind: String,
        /// Of a product.
        pub shop_id: Option<Uuid>,
        pub slug: String,
        /// The account of the seller.
        pub owner: Option<Uuid>,
        pub state: String,
        /// All versions that there are: one sealed JSON (P2).
        pub body: Vec<u8>,
        /// Who owns the shop, sealed (P2).
        pub owner_name: Option<Vec<u8>>,
        pub owner_seen_by: Option<Uuid>,
        /// Microseconds UTC, like every moment here.
        pub owner_seen_at: Option<i64>,
        pub created_at: i64,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod public_shop {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_shop")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Ten digits.
        pub office: i64,
        pub slug: String,
        pub name: String,
        /// JSON of the approved version (P0).
        pub content: String,
        pub since: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod public_product {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_product")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Ten digits.
        pub office: i64,
        pub shop_id: Uuid,
        /// While its shop is public.
        pub shop_shown: bool,
        pub slug: String,
        pub name: String,
        pub category: String,
        /// Whole rupiah.
        pub price: i64,
        /// JSON of the approved version (P0).
        pub content: String,
        pub since: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod click {
    use sea_orm::entity::prelude::*;

    /// P0: how often, and never who.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_click")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product: Uuid,
        /// Days since 1970-01-01, in the zone of the regency.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        pub clicks: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod look {
    use sea_orm::entity::prelude::*;

    /// P0: how often a product was looked at, and never by whom.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_look")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product: Uuid,
        /// Days since 1970-01-01, in the zone of the regency.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        pub times: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod lead {
    use sea_orm::entity::prelude::*;

    /// P0: by which words a product was found.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_lead")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub words: String,
        pub times: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Ways to shops that offices give to sellers.
pub mod seller_link {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seller_link")]
    pub struct Model {
        /// SHA-256 of the token that stands in the link.
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: Vec<u8>,
        /// Ten digits.
        pub office: i64,
        pub shop: Uuid,
        /// Under which the phone of its seller is found again.
        pub phone_index: Vec<u8>,
        /// Token, phone (P2) and the name of the shop, sealed by the office; gone once it was taken.
        pub secret: Option<Vec<u8>>,
        pub made_by: Uuid,
        /// Microseconds UTC, like every moment here.
        pub made_at: i64,
        pub expires_at: i64,
        pub taken_by: Option<Uuid>,
        pub taken_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// That the end of a permit of a public shop was told.
pub mod reminder {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "permit_reminder")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub shop: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        /// The last day on which it holds, as a number of days.
        #[sea_orm(primary_key, auto_increment = false)]
        pub until: i64,
        /// How many days before it was due: 60 or 14.
        #[sea_orm(primary_key, auto_increment = false)]
        pub days: i64,
        /// Ten digits.
        pub office: i64,
        pub told_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod effect;
pub mod skills;

/// What the market chooses and orders by.
pub mod entry {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_entry")]
    pub struct Model {
        /// Where the words of the product stand.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub product: Uuid,
        pub shop_id: Uuid,
        /// Ten digits.
        pub office: i64,
        pub category: String,
        /// Whole rupiah.
        pub price: i64,
        pub since: i64,
        /// The last day of the permit, as a number of days; `None` without one.
        pub halal_until: Option<i64>,
        pub pirt_until: Option<i64>,
        /// Bit 0 is January.
        pub season: i64,
        /// There is some now.
        pub there: bool,
        /// Of its shop, in ten thousandths of a degree; `None` while nobody has written it yet.
        pub latitude: Option<i64>,
        pub longitude: Option<i64>,
        /// By which rules its words were written.
        pub rules: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Words of products as SQLite keeps them: FTS5.
pub mod text_on_sqlite {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_text")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub rowid: i64,
        pub name: String,
        pub shop: String,
        pub place: String,
        pub story: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The same as PostgreSQL keeps them: a tsvector.
pub mod text_on_postgres {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_text")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub rowid: i64,
        #[sea_orm(select_as = "text", save_as = "tsvector")]
        pub words: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Words of the market, each under itself and under itself without one letter.
pub mod word {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "market_word")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub piece: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub word: String,
        /// As somebody wrote it.
        pub written: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use sea_orm::{ColumnTrait, Condition};

use crate::server::db::{PublicEntity, ResidentsReach, TenantEntity, VersionedEntity, WideEntity};

impl TenantEntity for listing::Entity {
    const OFFICE: listing::Column = listing::Column::OfficeId;
    const RESIDENTS: ResidentsReach<listing::Column> = ResidentsReach::Own(listing::Column::Owner);
}

impl VersionedEntity for listing::Entity {
    const ID: listing::Column = listing::Column::Id;
    const VERSION: listing::Column = listing::Column::Version;
    const CHANGED_BY: listing::Column = listing::Column::ChangedBy;
    const CHANGED_AT: listing::Column = listing::Column::ChangedAt;
}

impl WideEntity for public_shop::Entity {}
impl WideEntity for public_product::Entity {}
impl WideEntity for click::Entity {}
impl WideEntity for look::Entity {}
impl WideEntity for lead::Entity {}
impl WideEntity for seller_link::Entity {}
impl WideEntity for reminder::Entity {}
impl WideEntity for entry::Entity {}
impl WideEntity for text_on_sqlite::Entity {}
impl WideEntity for text_on_postgres::Entity {}
impl WideEntity for word::Entity {}

/// Rows are there while their product is shown.
impl PublicEntity for entry::Entity {
    fn published() -> Condition {
        Condition::all()
    }
}

impl PublicEntity for text_on_sqlite::Entity {
    fn published() -> Condition {
        Condition::all()
    }
}

impl PublicEntity for text_on_postgres::Entity {
    fn published() -> Condition {
        Condition::all()
    }
}

impl PublicEntity for word::Entity {
    fn published() -> Condition {
        Condition::all()
    }
}

impl PublicEntity for public_shop::Entity {
    fn published() -> Condition {
        Condition::all()
    }
}

impl PublicEntity for public_product::Entity {
    fn published() -> Condition {
        Condition::all().add(public_product::Column::ShopShown.eq(true))
    }
}
