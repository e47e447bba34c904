//! The schema, one step a file. A step only adds (expand); what it replaces goes one release later.
//!
//! A feature adds its step as a file here and as a line at the end of the list below. A step that has
//! been released never changes.

mod ddl;
mod m20261124_01_audit;
mod m20261124_02_idempotency;
mod m20261124_03_counter;
mod m20261124_04_outbox;
mod m20261124_05_blob;
mod m20261124_10_account;
mod m20261124_11_session;
mod m20261124_12_access_log;

use sea_orm::{DatabaseConnection, DbErr, DynIden, sea_query::IntoIden};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub use ddl::{Reads, Table};

pub struct Schema;

impl MigratorTrait for Schema {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_01_audit::Migration),
            Box::new(m20261124_02_idempotency::Migration),
            Box::new(m20261124_03_counter::Migration),
            Box::new(m20261124_04_outbox::Migration),
            Box::new(m20261124_05_blob::Migration),
            Box::new(m20261124_10_account::Migration),
            Box::new(m20261124_11_session::Migration),
            Box::new(m20261124_12_access_log::Migration),
        ]
    }

    fn migration_table_name() -> DynIden {
        "schema_step".into_iden()
    }
}

/// Applies the missing steps, each in a transaction of its own.
pub(super) async fn run(conn: &DatabaseConnection) -> Result<(), DbErr> {
    Schema::up(conn, None).await
}

/// How many steps are missing. Looks only, so it works for a role that may not create tables.
pub(super) async fn missing(conn: &DatabaseConnection) -> Result<usize, DbErr> {
    Ok(Schema::get_pending_migrations_read_only(conn).await?.len())
}

/// Adds one table outside of the list: for tests of the write path, which need something to write.
#[cfg(test)]
pub(in crate::server) async fn create(address: &super::Address, table: &Table) -> Result<(), super::NoDatabase> {
    let conn = super::connect::connect(address).await?;
    table.create(&sea_orm_migration::SchemaManager::new(&conn)).await?;
    Ok(conn.close().await?)
}
