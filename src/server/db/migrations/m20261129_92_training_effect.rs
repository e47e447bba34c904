use sea_orm::DbErr;
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Reads, Table};

/// How complete what a shop shows was before its seller went to a training, and after. The key is the lock: a shop is
/// looked at once before a training.
const EFFECT: Table = Table::read_by(
    "training_effect",
    "CREATE TABLE training_effect (
        office_id {int} NOT NULL {office}, training {uuid} NOT NULL, shop {uuid} NOT NULL, topic {text} NOT NULL,
        before {int} NOT NULL, before_at {int} NOT NULL, after {int}, after_at {int},
        PRIMARY KEY (office_id, training, shop), CHECK (before BETWEEN 0 AND 100), CHECK (after BETWEEN 0 AND 100),
        CHECK ((after IS NULL) = (after_at IS NULL))
    ) {strict};",
    Reads { owner: None, regency: true, jobs: false },
);

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        EFFECT.create(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
