use sea_orm::{DbBackend, DbErr};
use sea_orm_migration::prelude::{DeriveMigrationName, async_trait};
use sea_orm_migration::{MigrationTrait, SchemaManager};

use super::ddl::{Table, run, run_on};

/// What the market chooses and orders by, one narrow row a product that visitors see. `number` is where its
/// words stand; `rules` says by which rules they were written, so that a server with others writes them anew.
const ENTRY: Table = Table::wide(
    "market_entry",
    "CREATE TABLE market_entry (
        number {int} NOT NULL PRIMARY KEY, product {uuid} NOT NULL UNIQUE, shop_id {uuid} NOT NULL, office {int} NOT NULL,
        category {text} NOT NULL, price {int} NOT NULL, since {int} NOT NULL, halal_until {int}, pirt_until {int},
        season {int} NOT NULL, there {bool} NOT NULL, rules {int} NOT NULL
    ) {strict};
    CREATE INDEX market_entry_since ON market_entry (since, product);
    CREATE INDEX market_entry_price ON market_entry (price, product);
    CREATE INDEX market_entry_office ON market_entry (office, since, product);
    CREATE INDEX market_entry_category ON market_entry (category, since, product);
    CREATE INDEX market_entry_shop ON market_entry (shop_id, since, product);",
);

/// Words are folded and parted by us: neither database may have ideas of its own about them.
const TEXT_ON_SQLITE: &str = "CREATE VIRTUAL TABLE market_text
    USING fts5(name, shop, place, story, tokenize = 'ascii', content = '', contentless_delete = 1);";
const TEXT_ON_POSTGRES: &str = "CREATE TABLE market_text (rowid BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL);
    CREATE INDEX market_text_words ON market_text USING gin (words);";

/// Every word of the market under itself and under what is left of it without one of its letters: a typing
/// mistake of one letter finds it. A word whose last product has gone leads nowhere.
const WORD: &str = "CREATE TABLE market_word (
        piece {text} NOT NULL, word {text} NOT NULL, written {text} NOT NULL,
        PRIMARY KEY (piece, word)
    ) {strict};";
/// Beginnings of words are ranges only in the order of their bytes.
const WORD_ON_POSTGRES: &str = "ALTER TABLE market_word ALTER COLUMN piece TYPE TEXT COLLATE \"C\";";

/// Finding in the market.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        ENTRY.create(manager).await?;
        run_on(manager, DbBackend::Sqlite, TEXT_ON_SQLITE).await?;
        run_on(manager, DbBackend::Postgres, TEXT_ON_POSTGRES).await?;
        run(manager, WORD).await?;
        run_on(manager, DbBackend::Postgres, WORD_ON_POSTGRES).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
