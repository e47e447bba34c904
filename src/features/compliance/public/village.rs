//! What the page of a village says of its review.

use super::views::VillagePageView;
use crate::access::Refusal;
use crate::features::compliance::store;
use crate::features::offices::{gazetteer, village_at};
use crate::server::db::given;
use crate::ui::{use_visitor, way};

/// `/d/{slug}`
///
/// # Errors
/// `NotFound` for a slug that no office has; `Busy` or `Internal` of the database.
pub async fn village(slug: &str) -> Result<VillagePageView, Refusal> {
    let village = village_at(slug).ok_or(Refusal::NotFound)?;
    let Some(office) = gazetteer().by_slug(slug) else { return Ok(VillagePageView { village, result: None }) };
    let words = use_visitor().lang.words().review();
    let reached = store::public_seats_of_office(&given()?, office.code).await?;
    let class = reached.iter().find(|(_, seat)| seat.is_judged()).map_or(words.not_judged, |(_, seat)| seat.class.name());
    let result = way(["/kepatuhan/", office.slug].concat(), [words.title, ": ", class].concat());
    Ok(VillagePageView { village, result: Some(result) })
}
