//! From what is typed to words of the market: a mistake of one letter, or a word that is not finished.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use super::index::LEAST_WORD;
use super::text::{Fts5, TextIndex, Tsvector, Wanted};
use crate::access::Refusal;
use crate::features::catalogue::entity::word;
use crate::server::db::PublicScope;
use crate::server::spelling::{Word, one_letter_apart, shortened, words};

/// Nobody needs more words to say what they look for.
const MOST_WORDS: usize = 8;
const MOST_LETTERS: usize = 100;
/// Words that one typed word may stand for.
const MOST_MEANT: usize = 8;

/// What somebody looks for, as far as the market has words for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    pub wanted: Wanted,
    /// What was typed, and what it was taken for.
    pub corrected: Vec<(String, String)>,
    /// What stands nowhere in the market.
    pub unknown: Vec<String>,
}

/// `None` when nothing is looked for.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn understand(scope: &PublicScope<'_>, typed: &str) -> Result<Option<Understood>, Refusal> {
    let typed: String = typed.chars().take(MOST_LETTERS).collect();
    let mut asked: Vec<Word> = Vec::new();
    for word in words(&typed) {
        if asked.len() < MOST_WORDS && asked.iter().all(|known| known.token != word.token) {
            asked.push(word);
        }
    }
    if asked.is_empty() {
        return Ok((!typed.trim().is_empty()).then(|| Understood { unknown: vec![typed.trim().to_owned()], ..Understood::default() }));
    }
    let known = known(scope, &asked).await?;
    let mut understood = Understood::default();
    for Word { token, written } in asked {
        if known.contains(&token) {
            understood.wanted.groups.push(vec![token]);
            continue;
        }
        let near = near(scope, &token).await?;
        if let Some(meant) = near.first().filter(|meant| !meant.token.starts_with(&token)) {
            understood.corrected.push((written, meant.written.clone()));
        } else if near.is_empty() {
            understood.unknown.push(written);
            continue;
        }
        understood.wanted.groups.push(near.into_iter().map(|word| word.token).collect());
    }
    understood.wanted.any = understood.wanted.groups.len() > 1 && !together(scope, &understood.wanted).await?;
    Ok(Some(understood))
}

async fn known(scope: &PublicScope<'_>, asked: &[Word]) -> Result<BTreeSet<String>, Refusal> {
    let found =
        scope.find::<word::Entity>().filter(word::Column::Piece.is_in(asked.iter().map(|word| word.token.as_str()))).filter(whole());
    Ok(found.select_only().column(word::Column::Word).into_tuple::<String>().all(scope.conn()).await?.into_iter().collect())
}

/// Words one letter apart, or that begin so; those that begin with the same letter and are as long first.
async fn near(scope: &PublicScope<'_>, token: &str) -> Result<Vec<Word>, Refusal> {
    if token.len() < LEAST_WORD - 1 {
        return Ok(Vec::new());
    }
    let mut pieces = Condition::any().add(begins(token));
    if token.len() >= LEAST_WORD {
        pieces = pieces.add(word::Column::Piece.is_in(shortened(token).chain([token.to_owned()])));
    }
    let found = scope.find::<word::Entity>().filter(pieces).order_by_asc(word::Column::Word).limit(500).all(scope.conn()).await?;
    let mut found: Vec<Word> = found.into_iter().map(|row| Word { token: row.word, written: row.written }).collect();
    found.dedup_by(|one, other| one.token == other.token);
    found.retain(|word| word.token.starts_with(token) || one_letter_apart(&word.token, token));
    found.sort_by_key(|word| (word.token.as_bytes()[0] != token.as_bytes()[0], word.token.len().abs_diff(token.len())));
    found.truncate(MOST_MEANT);
    Ok(found)
}

/// Whether any product has all of it, wherever it is and whatever it costs.
async fn together(scope: &PublicScope<'_>, wanted: &Wanted) -> Result<bool, Refusal> {
    if scope.is_postgres() { together_in::<Tsvector>(scope, wanted).await } else { together_in::<Fts5>(scope, wanted).await }
}

async fn together_in<I: TextIndex>(scope: &PublicScope<'_>, wanted: &Wanted) -> Result<bool, Refusal> {
    let found = scope.find::<I::Rows>().filter(I::matches(wanted)).select_only().column(I::NUMBER).limit(1);
    Ok(found.into_tuple::<i64>().one(scope.conn()).await?.is_some())
}

/// Itself, and not one of its pieces.
fn whole() -> Expr {
    word::Column::Piece.into_expr().eq(word::Column::Word.into_expr())
}

/// `{` comes behind every letter.
fn begins(token: &str) -> Condition {
    let piece = word::Column::Piece;
    Condition::all().add(whole()).add(piece.gte(token)).add(piece.lt([token, "{"].concat()))
}
