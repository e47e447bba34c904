//! Two offices with cases, photos, letters, books and people of both, and one resident who has cases at
//! both. Whatever happens in whatever order, nothing of one office is seen at the other, and no wish of
//! the one finds or changes anything of the other.
//!
//! Every text that is typed carries a word of its office and owner, every identity is known; what
//! somebody reads is searched for words and identities that are not theirs. Counts, which have no
//! words, are compared with those of the office's own cases.
//!
//! On PostgreSQL row security lies beneath: a filter that is missing in the code of the queries shows
//! in the SQLite half alone. That is as it should be, and why both halves are needed.

mod dice;
mod history;
mod known;
mod looking;
mod wishes;

use dice::Dice;
use history::History;

use crate::server::testing::on_both_databases;

/// In `./dev prove` ten thousand.
const HISTORIES: u64 = 1;
const STEPS: usize = 40;

on_both_databases! {
    async fn nothing_of_one_office_is_seen_at_the_other_whatever_happened(world: World) {
        let mut history = History::begins(&world).await;
        for seed in 1..=HISTORIES {
            let mut dice = Dice::of(seed);
            for _ in 0..STEPS {
                history.goes_on(&mut dice).await;
                history.one_of_each_village_looks(&mut dice).await;
            }
        }
        history.everybody_looks().await;
        history.was_worth_telling().await;
    }

    async fn every_wish_for_what_is_anothers_finds_and_changes_nothing(world: World) {
        let mut history = History::begins(&world).await;
        let mut dice = Dice::of(HISTORIES);
        for _ in 0..STEPS {
            history.goes_on(&mut dice).await;
        }
        history.was_worth_telling().await;
        history.everybody_wishes_for_everything_of_the_others().await;
    }
}
