//! At which library a reader fetches what stands at another one.

use std::collections::BTreeSet;

use super::figures::FetchFigure;
use super::{Reading, page_of_title};
use crate::access::Refusal;
use crate::domain::{OfficeCode, TitleId};
use crate::features::accounts::home_offices;
use crate::features::offices::{Office, gazetteer};

/// Where a book is sent to: a library at which somebody works, one of the `staffed`.
///
/// # Errors
/// `NotFound` for another one.
pub fn receiving(staffed: &BTreeSet<OfficeCode>, slug: &str) -> Result<&'static Office, Refusal> {
    gazetteer().by_slug(slug).filter(|office| staffed.contains(&office.code)).ok_or(Refusal::NotFound)
}

/// The field that asks, if there is another library; one's own village stands in it already, where it is known.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn fetch(
    reading: &Reading,
    title: TitleId,
    lender: &Office,
    chosen: &str,
    readers_at: &[OfficeCode],
    staffed: &BTreeSet<OfficeCode>,
) -> Result<Option<FetchFigure>, Refusal> {
    let account = reading.actor.account().ok_or(Refusal::SignIn)?;
    let homes = home_offices(&reading.db, account).await?;
    let sends_to = |office: OfficeCode| office != lender.code && staffed.contains(&office);
    let home = readers_at.iter().chain(&homes).filter(|office| sends_to(**office)).find_map(|office| gazetteer().by_code(*office));
    let chosen = if chosen.is_empty() { home.map_or("", |home| home.slug) } else { chosen };
    let mut others: Vec<&Office> = gazetteer().all().iter().filter(|office| sends_to(office.code)).collect();
    others.sort_by_key(|office| office.name);
    let words = reading.words;
    Ok((!others.is_empty()).then(|| FetchFigure {
        heading: words.fetch_elsewhere.to_owned(),
        hint: words.fetch_hint.to_owned(),
        label: words.fetch_label.to_owned(),
        to: page_of_title(title),
        from: lender.slug.to_owned(),
        choices: others.into_iter().map(|office| (office.slug.to_owned(), office.full_name())).collect(),
        chosen: chosen.to_owned(),
        button: words.fetch_button.to_owned(),
    }))
}
