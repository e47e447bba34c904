//! What stories of other features ask of a kecamatan.

use super::{CopyNotice, store};
use crate::domain::Day;
use crate::features::letters::Month;
use crate::server::clock::day_at;
use crate::server::db::KecamatanScope;
use crate::server::testing::Person;

/// What a camat has been told in the month in which we are, the newest first.
pub async fn told(camat: &Person) -> Vec<CopyNotice> {
    let db = camat.db();
    told_in(camat, day_at(db.clock().now(), db.zone())).await
}

/// The same in the month of a day.
pub async fn told_in(camat: &Person, day: Day) -> Vec<CopyNotice> {
    let scope = KecamatanScope::open(camat.db(), &camat.actor).await.expect("a camat");
    store::of_month(&scope, Month::of(day), None).await.expect("a list")
}
