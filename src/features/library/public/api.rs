use leptos::prelude::*;

use super::{Asked, LibraryPageView, TitlePageView};
use crate::access::Refusal;

/// What stands in the libraries of the regency, or in that of the office named by `slug`, and is looked for.
#[server(prefix = "/api", endpoint = "library/catalogue")]
pub async fn read_library(slug: Option<String>, #[server(flatten)] asked: Asked) -> Result<LibraryPageView, Refusal> {
    super::catalogue(&super::Reading::asked()?, &slug.unwrap_or_default(), &asked).await
}

/// One title and where it stands. `di`: the office at whose library a resident wants it.
#[server(prefix = "/api", endpoint = "library/title")]
pub async fn read_title(id: String, di: Option<String>) -> Result<TitlePageView, Refusal> {
    super::title(&super::Reading::asked()?, &id, di.as_deref().unwrap_or_default()).await
}
