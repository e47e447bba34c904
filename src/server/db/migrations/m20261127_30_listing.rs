use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// Shops and products at their office, in every state. What is said of them is sealed here, because a
/// draft may hold what its owner never publishes. An address is given once in the whole regency.
const LISTING: Table = Table::read_by(
    "listing",
    "CREATE TABLE listing (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, kind {text} NOT NULL, shop_id {uuid},
        slug {text} NOT NULL, owner {uuid}, state {text} NOT NULL, body {blob} NOT NULL, owner_name {blob}, owner_seen_by {uuid},
        owner_seen_at {int}, created_at {int} NOT NULL, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id),
        UNIQUE (slug),
        FOREIGN KEY (office_id, shop_id) REFERENCES listing (office_id, id),
        CHECK (kind IN ('shop', 'product')),
        CHECK ((shop_id IS NOT NULL) = (kind = 'product')),
        CHECK ((owner_name IS NOT NULL) = (kind = 'shop')),
        CHECK ((owner_seen_by IS NOT NULL) = (owner_seen_at IS NOT NULL)),
        CHECK (state IN ('proposed', 'returned', 'draft', 'public', 'hidden', 'archived'))
    ) {strict};
    CREATE INDEX listing_state ON listing (office_id, kind, state, changed_at, id);
    CREATE INDEX listing_shop ON listing (office_id, shop_id, created_at, id);
    CREATE INDEX listing_owner ON listing (owner, kind, created_at) WHERE owner IS NOT NULL;",
    Reads { owner: Some("owner"), regency: false, jobs: false },
);

/// What visitors see: written in the transaction that changes the listing, and read by anybody.
const PUBLIC_SHOP: Table = Table::wide(
    "market_shop",
    "CREATE TABLE market_shop (
        id {uuid} NOT NULL PRIMARY KEY, office {int} NOT NULL, slug {text} NOT NULL UNIQUE, name {text} NOT NULL,
        content {text} NOT NULL, since {int} NOT NULL
    ) {strict};
    CREATE INDEX market_shop_office ON market_shop (office, since, id);",
);

/// A product is shown while its shop is.
const PUBLIC_PRODUCT: Table = Table::wide(
    "market_product",
    "CREATE TABLE market_product (
        id {uuid} NOT NULL PRIMARY KEY, office {int} NOT NULL, shop_id {uuid} NOT NULL, shop_shown {bool} NOT NULL,
        slug {text} NOT NULL UNIQUE, name {text} NOT NULL, category {text} NOT NULL, price {int} NOT NULL,
        content {text} NOT NULL, since {int} NOT NULL
    ) {strict};
    CREATE INDEX market_product_since ON market_product (since, id);
    CREATE INDEX market_product_office ON market_product (office, since, id);
    CREATE INDEX market_product_category ON market_product (category, since, id);
    CREATE INDEX market_product_shop ON market_product (shop_id, since, id);",
);

/// The market: listings of offices, and what is public of them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [LISTING, PUBLIC_SHOP, PUBLIC_PRODUCT] {
            table.create(manager).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
