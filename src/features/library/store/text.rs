//! Full text of titles in both databases: FTS5 of SQLite and tsvector of PostgreSQL keep the same folded words.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::extension::postgres::PgExpr;
use sea_orm::sea_query::extension::sqlite::SqliteExpr;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, EntityTrait};

use crate::features::library::Title;
use crate::features::library::entity::{text_on_postgres, text_on_sqlite};
use crate::server::db::{PublicEntity, WideEntity};
use crate::server::spelling::words;

/// A database that finds words.
pub trait TextIndex {
    type Rows: EntityTrait<ActiveModel: Send> + WideEntity + PublicEntity;

    const NUMBER: <Self::Rows as EntityTrait>::Column;

    fn row(number: i64, title: &Title) -> <Self::Rows as EntityTrait>::ActiveModel;

    /// Whether a row has all these words, or words that begin so.
    fn matches(wanted: &[String]) -> Expr;

    /// How well, as a whole number; of one question the larger is the better.
    fn rank(wanted: &[String]) -> Expr;
}

/// SQLite.
pub struct Fts5;

/// PostgreSQL.
pub struct Tsvector;

/// The words of a title, by where they stand, each once.
fn parts(title: &Title) -> [Vec<String>; 3] {
    let people = [title.authors.as_str(), " ", &title.publisher].concat();
    [&title.name, &people, &title.summary].map(|text| {
        let each_once: BTreeSet<String> = words(text).map(|word| word.token).collect();
        each_once.into_iter().collect()
    })
}

impl TextIndex for Fts5 {
    type Rows = text_on_sqlite::Entity;

    const NUMBER: text_on_sqlite::Column = text_on_sqlite::Column::Rowid;

    fn row(number: i64, title: &Title) -> text_on_sqlite::ActiveModel {
        let [name, people, story] = parts(title).map(|words| words.join(" "));
        text_on_sqlite::ActiveModel { rowid: Set(number), name: Set(name), people: Set(people), story: Set(story) }
    }

    fn matches(wanted: &[String]) -> Expr {
        // Words have letters and digits only, so no text becomes an operator.
        let all: Vec<String> = wanted.iter().map(|word| ["\"", word, "\"*"].concat()).collect();
        SqliteExpr::matches(Expr::col("library_text"), all.join(" AND "))
    }

    fn rank(_: &[String]) -> Expr {
        let [name, people, story] = [10.0, 5.0, 1.0].map(|weight: f64| Expr::val(weight));
        let best_is_least = Func::cust("bm25").args([Expr::col("library_text"), name, people, story]);
        // A word that most titles have weighs next to nothing, but not nothing.
        Expr::expr(best_is_least).mul(-1e9).cast_as("integer")
    }
}

impl TextIndex for Tsvector {
    type Rows = text_on_postgres::Entity;

    const NUMBER: text_on_postgres::Column = text_on_postgres::Column::Rowid;

    fn row(number: i64, title: &Title) -> text_on_postgres::ActiveModel {
        let marked = parts(title).into_iter().zip(['A', 'B', 'D']);
        let all = marked.flat_map(|(words, mark)| words.into_iter().map(move |word| (word, mark)));
        let words: Vec<String> = all.zip(1..).map(|((word, mark), place)| format!("{word}:{place}{mark}")).collect();
        text_on_postgres::ActiveModel { rowid: Set(number), words: Set(words.join(" ")) }
    }

    fn matches(wanted: &[String]) -> Expr {
        PgExpr::matches(text_on_postgres::Column::Words.into_expr(), Self::query(wanted))
    }

    fn rank(wanted: &[String]) -> Expr {
        let weights = Expr::val("{0.1, 0.2, 0.5, 1.0}").cast_as("float4[]");
        let words = text_on_postgres::Column::Words.into_expr();
        // 1: what is said in many words counts less.
        let rank = Func::cust("ts_rank").args([weights, words, Self::query(wanted), Expr::val(1)]);
        Expr::expr(rank).mul(1_000_000.0).cast_as("bigint")
    }
}

impl Tsvector {
    fn query(wanted: &[String]) -> Expr {
        let all: Vec<String> = wanted.iter().map(|word| [word, ":*"].concat()).collect();
        Expr::val(all.join(" & ")).cast_as("tsquery")
    }
}
