//! Full text in two databases: FTS5 of SQLite and tsvector of PostgreSQL keep the same words and answer the
//! same questions.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::extension::postgres::PgExpr;
use sea_orm::sea_query::extension::sqlite::SqliteExpr;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, EntityTrait};

use crate::features::catalogue::entity::{text_on_postgres, text_on_sqlite};
use crate::server::db::{PublicEntity, WideEntity};
use crate::server::spelling::words;

/// The words of a product, by where they stand, each once: who says a word ten times is found no better.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub name: Vec<String>,
    pub shop: Vec<String>,
    pub place: Vec<String>,
    pub story: Vec<String>,
}

/// What is looked for: of each group one word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub groups: Vec<Vec<String>>,
    /// One group is enough.
    pub any: bool,
    /// What a story mentions does not count.
    pub by_name: bool,
}

/// A database that finds words.
pub trait TextIndex {
    type Rows: EntityTrait<ActiveModel: Send> + WideEntity + PublicEntity;

    const NUMBER: <Self::Rows as EntityTrait>::Column;

    fn row(number: i64, texts: &Texts) -> <Self::Rows as EntityTrait>::ActiveModel;

    /// Whether a row has what is wanted.
    fn matches(wanted: &Wanted) -> Expr;

    /// How well, as a whole number; of one question the larger is the better.
    fn rank(wanted: &Wanted) -> Expr;
}

/// SQLite.
pub struct Fts5;

/// PostgreSQL.
pub struct Tsvector;

impl Texts {
    pub fn of(name: &str, shop: &str, place: &str, story: &str) -> Self {
        let each_once = |text| words(text).map(|word| word.token).collect::<BTreeSet<_>>().into_iter().collect();
        Self { name: each_once(name), shop: each_once(shop), place: each_once(place), story: each_once(story) }
    }
}

impl Wanted {
    /// Words have letters and digits only, so no text becomes an operator.
    fn written(&self, [or, and, any]: [&str; 3], word: impl Fn(&str) -> String) -> String {
        let group = |group: &Vec<String>| format!("({})", group.iter().map(|one| word(one)).collect::<Vec<_>>().join(or));
        self.groups.iter().map(group).collect::<Vec<_>>().join(if self.any { any } else { and })
    }
}

impl TextIndex for Fts5 {
    type Rows = text_on_sqlite::Entity;

    const NUMBER: text_on_sqlite::Column = text_on_sqlite::Column::Rowid;

    fn row(number: i64, texts: &Texts) -> text_on_sqlite::ActiveModel {
        text_on_sqlite::ActiveModel {
            rowid: Set(number),
            name: Set(texts.name.join(" ")),
            shop: Set(texts.shop.join(" ")),
            place: Set(texts.place.join(" ")),
            story: Set(texts.story.join(" ")),
        }
    }

    fn matches(wanted: &Wanted) -> Expr {
        let text = wanted.written([" OR ", " AND ", " OR "], |word| format!("\"{word}\""));
        let text = if wanted.by_name { format!("{{name shop place}} : ({text})") } else { text };
        SqliteExpr::matches(Expr::col("market_text"), text)
    }

    fn rank(_: &Wanted) -> Expr {
        let [name, shop, place, story] = [10.0, 5.0, 5.0, 1.0].map(|weight: f64| Expr::val(weight));
        let best_is_least = Func::cust("bm25").args([Expr::col("market_text"), name, shop, place, story]);
        // A word that most products have weighs next to nothing, but not nothing.
        Expr::expr(best_is_least).mul(-1e9).cast_as("integer")
    }
}

impl TextIndex for Tsvector {
    type Rows = text_on_postgres::Entity;

    const NUMBER: text_on_postgres::Column = text_on_postgres::Column::Rowid;

    fn row(number: i64, texts: &Texts) -> text_on_postgres::ActiveModel {
        let mut words = String::new();
        let marked = [(&texts.name, 'A'), (&texts.shop, 'B'), (&texts.place, 'C'), (&texts.story, 'D')];
        let all = marked.into_iter().flat_map(|(words, mark)| words.iter().map(move |word| (word, mark)));
        for ((word, mark), place) in all.zip(1..) {
            words += &format!("{word}:{place}{mark} ");
        }
        text_on_postgres::ActiveModel { rowid: Set(number), words: Set(words) }
    }

    fn matches(wanted: &Wanted) -> Expr {
        PgExpr::matches(text_on_postgres::Column::Words.into_expr(), Self::query(wanted))
    }

    fn rank(wanted: &Wanted) -> Expr {
        let weights = Expr::val("{0.1, 0.5, 0.5, 1.0}").cast_as("float4[]");
        let words = text_on_postgres::Column::Words.into_expr();
        // 1: what is said in many words counts less.
        let rank = Func::cust("ts_rank").args([weights, words, Self::query(wanted), Expr::val(1)]);
        Expr::expr(rank).mul(1_000_000.0).cast_as("bigint")
    }
}

impl Tsvector {
    fn query(wanted: &Wanted) -> Expr {
        let marks = if wanted.by_name { ":ABC" } else { "" };
        Expr::val(wanted.written([" | ", " & ", " | "], |word| [word, marks].concat())).cast_as("tsquery")
    }
}
