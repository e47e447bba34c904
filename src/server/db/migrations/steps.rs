use sea_orm::{DatabaseConnection, DbErr, DynIden, sea_query::IntoIden};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// Names the files of the steps, and lists them in the order in which they are applied.
macro_rules! steps {
    ($($step:ident)*) => {
        $(mod $step;)*

        fn listed() -> Vec<Box<dyn sea_orm_migration::MigrationTrait>> {
            vec![$(Box::new($step::Migration)),*]
        }
    };
}

pub struct Schema;

impl MigratorTrait for Schema {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        super::listed()
    }

    fn migration_table_name() -> DynIden {
        "schema_step".into_iden()
    }
}

/// Applies the missing steps, each in a transaction of its own.
pub(in crate::server::db) async fn run(conn: &DatabaseConnection) -> Result<(), DbErr> {
    Schema::up(conn, None).await
}

/// How many steps are missing. Looks only, so it works for a role that may not create tables.
pub(in crate::server::db) async fn missing(conn: &DatabaseConnection) -> Result<usize, DbErr> {
    Ok(Schema::get_pending_migrations_read_only(conn).await?.len())
}

/// Whether no step was ever applied.
pub(in crate::server::db) async fn all_missing(conn: &DatabaseConnection) -> Result<bool, DbErr> {
    Ok(missing(conn).await? == Schema::migrations().len())
}

/// Adds one table outside of the list: for tests of the write path, which need something to write.
#[cfg(test)]
pub(in crate::server) async fn create(
    address: &crate::server::db::Address,
    table: &super::Table,
) -> Result<(), crate::server::db::NoDatabase> {
    let conn = crate::server::db::connect::connect(address).await?;
    table.create(&sea_orm_migration::SchemaManager::new(&conn)).await?;
    Ok(conn.close().await?)
}
