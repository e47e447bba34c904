use leptos::prelude::*;

use super::views::{SellerView, TakingView};
use crate::access::Refusal;
use crate::domain::{IdemKey, ListingId, ParticipantId, Version};
use crate::features::catalogue::office::EditView;
use crate::features::catalogue::{ProductForm, ShopForm};
use crate::ui::Next;

#[server(prefix = "/api", endpoint = "catalogue_own/shops")]
pub async fn read_own_shops() -> Result<SellerView, Refusal> {
    super::read::shops(&super::read::Own::asked()?).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/shop")]
pub async fn read_own_shop(id: String, hasil: Option<String>, setelah: Option<String>) -> Result<SellerView, Refusal> {
    let [result, from] = [hasil, setelah].map(Option::unwrap_or_default);
    super::read::shop(&super::read::Own::asked()?, &id, &result, &from).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/product")]
pub async fn read_own_product(id: String, hasil: Option<String>) -> Result<SellerView, Refusal> {
    super::read::product(&super::read::Own::asked()?, &id, hasil.as_deref().unwrap_or_default()).await
}

/// `surat`: the case whose letter the shop may begin with; `salin`: once that was agreed to.
#[server(prefix = "/api", endpoint = "catalogue_own/new_shop_form")]
pub async fn read_own_new_shop(surat: Option<String>, salin: Option<String>) -> Result<EditView, Refusal> {
    super::read::new_shop(&super::read::Own::asked()?, surat.as_deref(), salin.is_some()).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/shop_form")]
pub async fn read_own_edit_shop(id: String) -> Result<EditView, Refusal> {
    super::read::edit_shop(&super::read::Own::asked()?, &id).await
}

/// A new product of the shop `id`.
#[server(prefix = "/api", endpoint = "catalogue_own/new_product_form")]
pub async fn read_own_new_product(id: String) -> Result<EditView, Refusal> {
    super::read::new_product(&super::read::Own::asked()?, &id).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/product_form")]
pub async fn read_own_edit_product(id: String) -> Result<EditView, Refusal> {
    super::read::edit_product(&super::read::Own::asked()?, &id).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/open_shop")]
pub async fn write_own_new_shop(
    #[server(flatten)] form: ShopForm,
    #[server(default)] kantor: String,
    #[server(default)] pemilik: String,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::open_shop(&form, &kantor, &pemilik, pressed.as_deref(), key).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/edit_shop")]
pub async fn write_own_shop(
    #[server(flatten)] form: ShopForm,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::edit_shop(&form, id, seen, pressed.as_deref(), key).await
}

/// `_id` is the shop's.
#[server(prefix = "/api", endpoint = "catalogue_own/add_product")]
pub async fn write_own_new_product(
    #[server(flatten)] form: ProductForm,
    #[server(rename = "_id")] shop: ListingId,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::add_product(&form, shop, pressed.as_deref(), key).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/edit_product")]
pub async fn write_own_product(
    #[server(flatten)] form: ProductForm,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_ke")] pressed: Option<String>,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::edit_product(&form, id, seen, pressed.as_deref(), key).await
}

/// Sends a draft in which nothing is missing.
#[server(prefix = "/api", endpoint = "catalogue_own/propose")]
pub async fn propose_own(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::propose(&kind, id, seen, key).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/close")]
pub async fn close_own(
    #[server(rename = "_jenis")] kind: String,
    #[server(rename = "_id")] id: ListingId,
    #[server(rename = "_seen")] seen: Version,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::close(&kind, id, seen, key).await
}

/// Lets the page of the shop `_toko` show the certificate of the place `_id`.
#[server(prefix = "/api", endpoint = "catalogue_own/show_skill")]
pub async fn show_own_skill(
    #[server(rename = "_id")] id: ParticipantId,
    #[server(rename = "_toko")] shop: ListingId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::show_skill(shop, id, key).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/hide_skill")]
pub async fn hide_own_skill(
    #[server(rename = "_id")] id: ParticipantId,
    #[server(rename = "_toko")] shop: ListingId,
    #[server(rename = "_key")] key: IdemKey,
) -> Result<Next, Refusal> {
    super::doors::hide_skill(shop, id, key).await
}

/// What the link of somebody opens.
#[server(prefix = "/api", endpoint = "catalogue_own/link")]
pub async fn read_taking(token: String) -> Result<TakingView, Refusal> {
    super::taking::taking(&super::read::Own::asked()?, &token).await
}

#[server(prefix = "/api", endpoint = "catalogue_own/take")]
pub async fn take_own_shop(#[server(rename = "_token")] token: String, #[server(rename = "_key")] key: IdemKey) -> Result<Next, Refusal> {
    super::taking::take(&token, key).await
}
