use std::time::Duration;

use sea_orm::sqlx::Error;
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, RuntimeErr, Statement};
use zeroize::Zeroizing;

use super::edition::Edition;

/// Connections of one node: more would only wait for each other inside the database.
pub(super) const CONNECTIONS: u32 = 24;

/// One pool for reads and writes. The limits are set when connecting, in seconds that a person
/// would still wait: a lock that does not come in two is answered "busy".
pub(super) async fn connect(url: &str, password: Option<Zeroizing<String>>) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    // One more listens.
    options.sqlx_logging(false).max_connections(CONNECTIONS + 1).acquire_timeout(Duration::from_secs(5));
    options.test_before_acquire_if_idle_for(Duration::from_secs(30));
    options.map_sqlx_postgres_opts(move |postgres| {
        let postgres = postgres.application_name("smart-kampung").options([
            ("statement_timeout", "5s"),
            ("lock_timeout", "2s"),
            ("idle_in_transaction_session_timeout", "10s"),
            ("synchronous_commit", "on"),
        ]);
        match &password {
            Some(password) => postgres.password(password),
            None => postgres,
        }
    });
    Database::connect(options).await
}

/// Row security does not bind a superuser or a role with BYPASSRLS: such a role would quietly take
/// away the lowest fence between the offices.
pub(super) async fn ignores_row_security(conn: &DatabaseConnection) -> Result<bool, DbErr> {
    let question = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";
    let row = conn.query_one_raw(Statement::from_string(DbBackend::Postgres, question)).await?;
    row.ok_or_else(|| DbErr::Custom("no role".into()))?.try_get_by_index(0)
}

/// Tells row security how far this transaction reaches. `set_config(.., true)` is `SET LOCAL`: it
/// ends with the transaction. A plain `SET` would stay on the pooled connection and leak.
pub(super) async fn set_reach(conn: &impl ConnectionTrait, settings: &[(&str, String)]) -> Result<(), DbErr> {
    let calls: Vec<_> = (0..settings.len()).map(|at| format!("set_config(${}, ${}, true)", at * 2 + 1, at * 2 + 2)).collect();
    let values = settings.iter().flat_map(|(name, value)| [(*name).into(), value.as_str().into()]);
    let call = format!("SELECT {}", calls.join(", "));
    conn.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, call, values)).await?;
    Ok(())
}

/// The name under which servers tell each other.
const CHANNEL: &str = "kampung_edition";

/// How long to wait before a line that was lost is looked for again.
const AGAIN: Duration = Duration::from_secs(1);

/// Tells every server on this database, once the transaction is committed, that what visitors see is another.
pub(super) async fn tell(transaction: &impl ConnectionTrait) -> Result<(), DbErr> {
    let notice = Statement::from_string(DbBackend::Postgres, ["NOTIFY ", CHANNEL].concat());
    transaction.execute_raw(notice).await.map(drop)
}

/// Turns the edition whenever a server tells, until the pool is closed.
pub(super) async fn listen(conn: &DatabaseConnection, edition: Edition) -> Result<(), DbErr> {
    let broken = |error: Error| DbErr::Conn(RuntimeErr::SqlxError(error.into()));
    let mut listener = PgListener::connect_with(conn.get_postgres_connection_pool()).await.map_err(broken)?;
    listener.listen(CHANNEL).await.map_err(broken)?;
    tokio::spawn(async move {
        loop {
            let heard = listener.try_recv().await;
            // While the line was lost nobody knows what was said.
            edition.turn();
            match heard {
                Ok(_) => {}
                Err(Error::PoolClosed) => return,
                Err(error) => {
                    tracing::warn!(%error, "other servers are not heard");
                    tokio::time::sleep(AGAIN).await;
                }
            }
        }
    });
    Ok(())
}
