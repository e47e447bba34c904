use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::Table;

/// Ways to shops that offices give to sellers. A link is found by its hash before it is known at which office
/// its bearer may do anything, so it belongs to the regency; what it says is sealed by the office, and gone
/// once it was taken.
const LINK: Table = Table::wide(
    "seller_link",
    "CREATE TABLE seller_link (
        hash {blob} NOT NULL PRIMARY KEY, office {int} NOT NULL, shop {uuid} NOT NULL, phone_index {blob} NOT NULL,
        secret {blob}, made_by {uuid} NOT NULL, made_at {int} NOT NULL, expires_at {int} NOT NULL, taken_by {uuid}, taken_at {int},
        CHECK ((taken_by IS NOT NULL) = (taken_at IS NOT NULL)),
        CHECK ((secret IS NULL) = (taken_by IS NOT NULL))
    ) {strict};
    CREATE UNIQUE INDEX seller_link_open ON seller_link (office, shop) WHERE taken_by IS NULL;",
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        LINK.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
