use crate::access::Refusal;
use crate::domain::TitleId;
use crate::features::library::store;
use crate::server::db::{Db, PublicScope};

pub fn page_of_title(id: TitleId) -> String {
    ["/pustaka/", &id.to_string()].concat()
}

/// The path of each title that stands in some library; the newest ones, as many as a sitemap may hold.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn paths_of_titles(db: &Db) -> Result<Vec<String>, Refusal> {
    Ok(store::newest(&PublicScope::open(db).await?).await?.into_iter().map(page_of_title).collect())
}
