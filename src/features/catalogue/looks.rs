//! How often pages of products are looked at, and what was looked for before. Counted in memory and written
//! down now and then, so that a page from the store costs no write; whoever stops the server by force loses
//! the last seconds. Nobody is named: a day, a product and a number.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::store;
use crate::access::Refusal;
use crate::domain::Day;
use crate::server::db::Db;

/// What is counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// The address of the product.
    pub slug: String,
    pub day: Day,
    /// What was looked for in the market before; empty without.
    pub words: String,
}

#[derive(Clone, Default)]
pub struct Looks(Arc<Mutex<HashMap<Look, u64>>>);

/// Kinds that wait at most: who asks for more pages than there are products is no visitor.
const MOST: usize = 20_000;
/// Letters of what was looked for.
const LONGEST: usize = 40;

impl Looks {
    /// One more. `typed`: what was looked for, as it stands in the address.
    pub fn note(&self, slug: &str, typed: &str, day: Day) {
        let look = Look { slug: slug.to_owned(), day, words: words(typed) };
        let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if looks.len() < MOST || looks.contains_key(&look) {
            *looks.entry(look).or_default() += 1;
        }
    }

    /// Writes down what was counted. What could not be written is counted on.
    ///
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn write_down(&self, db: &Db) -> Result<(), Refusal> {
        let counted = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if counted.is_empty() {
            return Ok(());
        }
        let written = store::count_looks(db, counted.clone()).await;
        if written.is_err() {
            let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            counted.into_iter().for_each(|(look, times)| *looks.entry(look).or_default() += times);
        }
        written
    }
}

/// Words as they are counted. Long texts and long numbers are no words: they may be somebody's own.
fn words(typed: &str) -> String {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let plain = words.chars().all(|letter| letter.is_alphanumeric() || " -'".contains(letter));
    if words.chars().count() <= LONGEST && digits <= 4 && plain { words } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_they_are_meant_and_nothing_that_may_be_somebodys_own() {
        assert_eq!(words("  Kripik   PISANG "), "kripik pisang");
        for own in ["081234567890", "3510242008900001", "yuni@contoh.id", &"x".repeat(41), "<b>"] {
            assert_eq!(words(own), "", "{own}");
        }
    }
}
