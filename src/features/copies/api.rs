use leptos::prelude::*;

use super::views::CopiesView;
use crate::access::Refusal;

/// What the camat was told of moves in a month.
#[server(prefix = "/api", endpoint = "copies/month")]
pub async fn read_copies(bulan: Option<String>, setelah: Option<String>) -> Result<CopiesView, Refusal> {
    use crate::features::accounts::frame;
    use crate::server::{db, session};
    use crate::ui::FrameCounts;
    let standing = session::standing()?;
    let [month, seen] = [bulan, setelah].map(Option::unwrap_or_default);
    super::read::month(&db::given()?, &standing.actor, frame(&standing, FrameCounts::default()), &month, &seen).await
}
