//! Watches every statement while tests and debug builds run: whoever asks a table of offices without
//! saying which office, and without declaring that it means several, panics. It catches what the types
//! do not: a new way to a table, a surprise of the library.
//!
//! It judges the text that goes to the database. For each table of offices that a statement names, a
//! condition that always holds must be `office_id = ..`, a range of them (the regency), or one of the
//! declarations below; an insert must set the column. A condition inside of an OR is none.

use std::collections::HashSet;

use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

/// The tables whose rows belong to offices.
#[derive(Clone, Debug, Default)]
pub(super) struct Tripwire(HashSet<String>);

/// Says in the statement itself that it goes over every office.
pub(in crate::server) fn every_office() -> SimpleExpr {
    Expr::cust(EVERY_OFFICE)
}

/// Says in the statement itself that its rows are those of one account, at whatever office.
pub(super) fn own_rows() -> SimpleExpr {
    Expr::cust(OWN_ROWS)
}

/// Says that there is nothing to be found.
pub(super) fn no_rows() -> SimpleExpr {
    Expr::cust(NO_ROWS)
}

const EVERY_OFFICE: &str = "'every office' = 'every office'";
const OWN_ROWS: &str = "'own rows' = 'own rows'";
const NO_ROWS: &str = "'no rows' = 'some rows'";

impl Tripwire {
    /// Asks the database which tables have an office.
    pub(super) async fn set(conn: &DatabaseConnection) -> Result<Self, DbErr> {
        let question = match conn.get_database_backend() {
            DbBackend::Postgres => {
                "SELECT relname::text FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
                 WHERE attname = 'office_id' AND relkind = 'r' AND relnamespace = 'public'::regnamespace"
            }
            _ => "SELECT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.schema = 'main' AND c.name = 'office_id'",
        };
        let rows = conn.query_all_raw(Statement::from_string(conn.get_database_backend(), question)).await?;
        rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>().map(Self)
    }

    /// # Panics
    /// When the statement reaches rows of offices that it does not name.
    pub(super) fn watch(&self, sql: &str) {
        if let Some(table) = self.touched(sql) {
            tracing::error!(table, sql, "a statement does not say which office it means");
            panic!("a statement does not say which office's rows of {table} it means: {sql}");
        }
    }

    /// The first table that the statement reaches into without naming an office.
    fn touched<'a>(&self, sql: &'a str) -> Option<&'a str> {
        ["FROM \"", "JOIN \"", "UPDATE \"", "INTO \""].iter().flat_map(|word| sql.match_indices(word)).find_map(|(at, word)| {
            let rest = &sql[at + word.len()..];
            let (table, rest) = rest.split_once('"')?;
            let constrained = if word.starts_with("INTO") { sets_office(rest) } else { names_office(table, of_this_level(rest)) };
            (self.0.contains(table) && !constrained).then_some(table)
        })
    }
}

/// ` ("office_id", ..) VALUES ..`
fn sets_office(rest: &str) -> bool {
    rest.split_once(')').is_some_and(|(columns, _)| columns.contains("\"office_id\""))
}

/// Whether one of the conditions that all hold names an office, or declares that several are meant.
fn names_office(table: &str, rest: &str) -> bool {
    let Some((_, condition)) = rest.split_once(" WHERE ") else { return false };
    let condition = [" GROUP BY ", " ORDER BY ", " LIMIT ", " RETURNING ", " FOR UPDATE"]
        .iter()
        .filter_map(|word| at_top(condition, word).next())
        .min()
        .map_or(condition, |end| &condition[..end]);
    all_hold(condition).iter().any(|one| {
        let column = one.strip_prefix('"').and_then(|one| one.strip_prefix(table)).and_then(|one| one.strip_prefix("\".")).unwrap_or(one);
        let column = column.strip_prefix("\"office_id\" ");
        column.is_some_and(|value| value.starts_with("= ") || value.starts_with("BETWEEN "))
            || [EVERY_OFFICE, OWN_ROWS, NO_ROWS].contains(one)
    })
}

/// The conditions that are joined by AND, out of all parentheses that stand around.
fn all_hold(condition: &str) -> Vec<&str> {
    let condition = condition.trim();
    if at_top(condition, " OR ").next().is_some() {
        return Vec::new();
    }
    let inner = condition.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).filter(|inner| of_this_level(inner) == *inner);
    if let Some(inner) = inner {
        return all_hold(inner);
    }
    let (mut parts, mut from) = (Vec::new(), 0);
    for at in at_top(condition, " AND ") {
        parts.push(&condition[from..at]);
        from = at + " AND ".len();
    }
    if parts.is_empty() {
        return vec![condition];
    }
    parts.push(&condition[from..]);
    parts.into_iter().flat_map(all_hold).collect()
}

/// Up to the parenthesis that closes the query in which this stands.
fn of_this_level(text: &str) -> &str {
    let mut depth = 0;
    let end = text.bytes().position(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth < 0
    });
    end.map_or(text, |end| &text[..end])
}

/// Where a word stands outside of all parentheses. Values are bound, so no text has one inside.
fn at_top<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let depth = |at: usize| text[..at].bytes().fold(0, |depth, byte| depth + i32::from(byte == b'(') - i32::from(byte == b')'));
    text.match_indices(word).map(|(at, _)| at).filter(move |at| depth(*at) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touched(sql: &str) -> Option<&str> {
        Tripwire(["note".to_owned(), "blob".to_owned()].into()).touched(sql)
    }

    #[test]
    fn who_names_no_office_is_caught() {
        for sql in [
            r#"SELECT "note"."office_id" FROM "note""#,
            r#"SELECT "note"."office_id" FROM "note" WHERE "note"."id" = ? LIMIT ?"#,
            r#"SELECT "id" FROM "note" WHERE "note"."office_id" = ? OR "note"."id" = ?"#,
            r#"SELECT "id" FROM "note" WHERE ("note"."office_id" = ? OR 1 = 1) AND "note"."id" = ?"#,
            r#"SELECT "id" FROM "note" WHERE "note"."id" IN (SELECT "id" FROM "other" WHERE "office_id" = ?)"#,
            r#"SELECT COUNT(*) FROM (SELECT "id" FROM "note" WHERE "id" = ?) AS "sub_query" WHERE "office_id" = ?"#,
            r#"SELECT "id" FROM "wide" WHERE "wide"."id" IN (SELECT "id" FROM "note")"#,
            r#"SELECT "id" FROM "note" INNER JOIN "blob" ON "note"."id" = "blob"."id" WHERE "note"."office_id" = ?"#,
            r#"SELECT "id" FROM "note" WHERE "note"."office_id" <> ?"#,
            r#"SELECT "id" FROM "note" WHERE "note"."id" = ? ORDER BY "note"."office_id" = ?"#,
            r#"UPDATE "note" SET "office_id" = ? WHERE "note"."id" = ?"#,
            r#"DELETE FROM "note""#,
            r#"INSERT INTO "note" ("id") VALUES (?) ON CONFLICT ("office_id") DO NOTHING"#,
        ] {
            assert!(touched(sql).is_some(), "{sql}");
        }
    }

    #[test]
    fn who_names_one_or_declares_that_several_are_meant_is_not() {
        for sql in [
            r#"SELECT "note"."id" FROM "note" WHERE "note"."office_id" = ? AND "note"."id" = ?"#,
            r#"SELECT "note"."id" FROM "note" WHERE ("note"."office_id" = ? AND "note"."owner" = ?) AND ("a" = ? OR "b" = ?) LIMIT ?"#,
            r#"SELECT COUNT(*) FROM (SELECT "id" FROM "note" WHERE "note"."office_id" = ? AND "id" = ?) AS "sub_query""#,
            r#"SELECT "id" FROM "note" WHERE "note"."office_id" BETWEEN ? AND ?"#,
            r#"SELECT "id" FROM "note" WHERE 'own rows' = 'own rows' AND "note"."owner" = ?"#,
            r#"SELECT "id" FROM "note" WHERE 'every office' = 'every office' ORDER BY "note"."id" ASC"#,
            r#"UPDATE "note" SET "text" = ? WHERE "note"."office_id" = ? AND "note"."id" = ?"#,
            r#"INSERT INTO "note" ("office_id", "id") VALUES (?, ?)"#,
            r#"SELECT "id" FROM "wide""#,
        ] {
            assert_eq!(touched(sql), None, "{sql}");
        }
    }
}
