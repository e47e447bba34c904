use std::future::Future;

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement, TransactionTrait};

use super::World;
use crate::access::Unit;
use crate::server::db::Address;

/// A statement that was sent, and how the database finds its rows.
pub struct Plan {
    pub sql: String,
    /// In the words of the database.
    pub way: String,
}

impl Plan {
    /// Whether it finds its rows by this index, and never reads a whole table.
    pub fn uses(&self, index: &str) -> bool {
        let named = self.way.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == index);
        named && !self.says(&["SCAN ", "Seq Scan"])
    }

    /// The same, and takes them in the order in which they stand there.
    pub fn follows(&self, index: &str) -> bool {
        self.uses(index) && !self.says(&["Sort", "TEMP B-TREE"])
    }

    fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.way.contains(word))
    }
}

impl World {
    /// How the database finds the rows of `table` for all that `work` asks, as the role of the server sees
    /// that office.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn plans(&self, office: impl Into<Unit>, table: &str, work: impl Future) -> Vec<Plan> {
        self.db.keep_statements();
        work.await;
        let heard = self.db.keep_statements();
        let (address, backend) = match &self.address {
            Address::Sqlite(path) => (format!("sqlite://{}?mode=ro", path.display()), DbBackend::Sqlite),
            Address::Postgres { url, .. } => (url.clone(), DbBackend::Postgres),
        };
        let conn = Database::connect(address).await.expect("the database");
        let asking = conn.begin().await.expect("a transaction");
        if backend == DbBackend::Postgres {
            let reach = format!("SELECT set_config('app.office_id', '{}', true)", office.into().number());
            asking.query_one_raw(Statement::from_string(backend, reach)).await.expect("an answer");
        }
        let (named, mut plans) = (format!("\"{table}\""), Vec::new());
        for statement in heard.into_iter().filter(|statement| statement.sql.contains(&named) && !statement.sql.starts_with("INSERT")) {
            let explain = if backend == DbBackend::Postgres { "EXPLAIN " } else { "EXPLAIN QUERY PLAN " };
            let question = Statement { sql: [explain, &statement.sql].concat(), ..statement.clone() };
            let column = if backend == DbBackend::Postgres { "QUERY PLAN" } else { "detail" };
            let lines = asking.query_all_raw(question).await.expect("a plan");
            let lines: Vec<String> = lines.iter().map(|line| line.try_get("", column).expect("a text")).collect();
            plans.push(Plan { sql: statement.sql, way: lines.join("\n") });
        }
        drop(asking);
        conn.close().await.expect("the database closes");
        plans
    }
}
