use leptos::prelude::*;

use super::views::{EditView, LinkView, ListingView, ListingsView};
use crate::access::Refusal;
use crate::domain::{IdemKey, ListingId, Version};
use crate::features::catalogue::{ProductForm, ShopForm};
use crate::ui::Next;

/// What stands so at the office, from a place on.
#[server(prefix = "/api", endpoint = "catalogue_office/list")]
pub async fn read_listings(daftar: Option<String>, setelah: Option<String>) -> Result<ListingsView, Refusal> {
    let [which, seen] = [daftar, setelah].map(Option::unwrap_or_default);
    super::read::list(&super::desk::Desk::asked()?, &which, &seen).await
}

/// A shop with its products from a place on, and what waits of it.
#[server(prefix = "/api", endpoint = "catalogue_office/shop")]
pub async fn read_desk_shop(id: String, hasil: Option<String>, setelah: Option<String>) -> Result<ListingView, Refusal> {
    let [result, from] = [hasil, setelah].map(Option::unwrap_or_default);
    super::read::shop(&super::desk::Desk::asked()?, super::doors::listing_id(&id)?, &result, &from).await
}

/// A product, and what waits of it.
#[server(prefix = "/api", endpoint = "catalogue_office/product")]
pub async fn read_desk_product(id: String, hasil: Option<String>) -> Result<ListingView, Refusal> {
    super::read::product(&super::desk::Desk::asked()?, super::doors::listing_id(&id)?, hasil.as_deref().unwrap_or_default()).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/new_shop_form")]
pub async fn read_new_shop() -> Result<EditView, Refusal> {
    super::read::new_shop(&super::desk::Desk::asked()?)
}

#[server(prefix = "/api", endpoint = "catalogue_office/shop_form")]
pub async fn read_edit_shop(id: String) -> Result<EditView, Refusal> {
    super::read::edit_shop(&super::desk::Desk::asked()?, super::doors::listing_id(&id)?).await
}

/// A new product of the shop `id`.
#[server(prefix = "/api", endpoint = "catalogue_office/new_product_form")]
pub async fn read_new_product(id: String) -> Result<EditView, Refusal> {
    super::read::new_product(&super::desk::Desk::asked()?, super::doors::listing_id(&id)?).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/product_form")]
pub async fn read_edit_product(id: String) -> Result<EditView, Refusal> {
    super::read::edit_product(&super::desk::Desk::asked()?, super::doors::listing_id(&id)?).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/open_shop")]
pub async fn write_new_shop(
    #[server(flatten)] form: ShopForm,
    #[server(default)] pemilik: String,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::open_shop(&form, &pemilik, pressed.as_deref(), key).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/edit_shop")]
pub async fn write_shop(
    #[server(flatten)] form: ShopForm,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::edit_shop(&form, id, seen, pressed.as_deref(), key).await
}

/// `_id` is the shop's.
#[server(prefix = "/api", endpoint = "catalogue_office/add_product")]
pub async fn write_new_product(
    #[server(flatten)] form: ProductForm,
    #[server(rename = "_id")] shop: ListingId,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::add_product(&form, shop, pressed.as_deref(), key).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/edit_product")]
pub async fn write_product(
    #[server(flatten)] form: ProductForm,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::edit_product(&form, id, seen, pressed.as_deref(), key).await
}

/// Sends a draft in which nothing is missing.
#[server(prefix = "/api", endpoint = "catalogue_office/propose")]
pub async fn propose_listing(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::propose(super::doors::At { kind, id, seen, key }).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/see_owner")]
pub async fn see_owner(
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::see_owner(id, seen, key).await
}

/// How the shop `id` is handed to its seller.
#[server(prefix = "/api", endpoint = "catalogue_office/link_form")]
pub async fn read_seller_link(id: String) -> Result<LinkView, Refusal> {
    super::link::link(&super::desk::Desk::asked()?, super::doors::listing_id(&id)?).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/make_link")]
pub async fn make_seller_link(
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] telepon: String,
) -> Result<Next, Refusal> {
    super::link::make(id, &telepon, key).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/approve")]
pub async fn approve_listing(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] izin_dilihat: String,
) -> Result<Next, Refusal> {
    super::doors::approve(super::doors::At { kind, id, seen, key }, izin_dilihat == "ya").await
}

#[server(prefix = "/api", endpoint = "catalogue_office/return")]
pub async fn return_listing(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] perbaikan: String,
) -> Result<Next, Refusal> {
    super::doors::give_back(super::doors::At { kind, id, seen, key }, &perbaikan).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/hide")]
pub async fn hide_listing(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
    #[server(default)] alasan: String,
) -> Result<Next, Refusal> {
    super::doors::hide(super::doors::At { kind, id, seen, key }, &alasan).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/show")]
pub async fn show_listing(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::show(super::doors::At { kind, id, seen, key }).await
}

#[server(prefix = "/api", endpoint = "catalogue_office/archive")]
pub async fn archive_listing(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::archive(super::doors::At { kind, id, seen, key }).await
}
