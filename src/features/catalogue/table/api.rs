use leptos::prelude::*;

use super::views::{ImportView, TableView};
use crate::access::Refusal;
use crate::domain::IdemKey;
use crate::forms::Posted;
use crate::ui::Next;

/// Where a file is brought in; with the file `berkas` that was, and what it would do.
#[server(prefix = "/api", endpoint = "catalogue_office/import")]
pub async fn read_import(berkas: Option<String>, hasil: Option<String>) -> Result<ImportView, Refusal> {
    super::read::import(berkas.as_deref().unwrap_or_default(), hasil.as_deref().unwrap_or_default()).await
}

/// Writes what the file says, if each product is still as `_seen` says.
#[server(prefix = "/api", endpoint = "catalogue_office/import_products")]
pub async fn write_import(
    #[server(rename = "_berkas")] file: String,
    #[server(rename = "_seen")]
    #[server(default)]
    seen: String,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::import(&file, &seen, key).await
}

/// Products that are not closed, from a place on.
#[server(prefix = "/api", endpoint = "catalogue_office/table")]
pub async fn read_table(setelah: Option<String>, hasil: Option<String>) -> Result<TableView, Refusal> {
    super::read::table(setelah.as_deref().unwrap_or_default(), hasil.as_deref().unwrap_or_default()).await
}

/// Proposes each row that says something else than its product.
#[server(prefix = "/api", endpoint = "catalogue_office/edit_products")]
pub async fn write_table(
    #[server(rename = "_setelah")]
    #[server(default)]
    place: String,
    #[server(rename = "_key")] key: IdemKey,
    #[server(flatten)] posted: Posted,
) -> Result<Next, Refusal> {
    super::doors::edit(&place, key, posted).await
}
