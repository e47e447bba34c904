use crate::access::Refusal;
use crate::features::offices::Office;
use crate::features::training::store::{self, Posted};
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};

pub fn page_of_training(slug: &str) -> String {
    ["/pelatihan/", slug].concat()
}

/// The trainings of a village.
pub fn page_of_trainings(village: &Office) -> String {
    ["/d/", village.slug, "/pelatihan"].concat()
}

/// The path of each training to come, the next ones.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn paths_of_trainings(db: &Db) -> Result<Vec<String>, Refusal> {
    let wanted = Posted { from: Some(day_at(db.clock().now(), db.zone())), ..Posted::default() };
    let coming = store::posted(&PublicScope::open(db).await?, &wanted, None).await?;
    Ok(coming.iter().map(|notice| page_of_training(&notice.slug)).collect())
}
