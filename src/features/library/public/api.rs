use leptos::prelude::*;

use super::{Asked, LibraryPageView, TitlePageView};
use crate::access::Refusal;

/// What stands in the libraries of the regency, or in that of the office named by `slug`, and is looked for.
#[server(prefix = "/api", endpoint = "library/catalogue")]
pub async fn read_library(slug: Option<String>, #[server(flatten)] asked: Asked) -> Result<LibraryPageView, Refusal> {
    super::catalogue(&super::Reading::asked()?, &slug.unwrap_or_default(), &asked).await
}

/// One title and where it stands. `di`: the office at whose library a resident wants it; `ambil`: the one to which it
/// is to be sent, if that is another one.
#[server(prefix = "/api", endpoint = "library/title")]
pub async fn read_title(id: String, di: Option<String>, ambil: Option<String>) -> Result<TitlePageView, Refusal> {
    let [at, fetch] = [di, ambil].map(Option::unwrap_or_default);
    super::title(&super::Reading::asked()?, &id, super::Wish { at: &at, fetch: &fetch }).await
}
