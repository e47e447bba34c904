use leptos::prelude::*;

use super::views::{MarketView, ProductView, ShopView};
use crate::access::Refusal;

/// What is for sale in the regency, or at the office named by `slug`.
#[server(prefix = "/api", endpoint = "catalogue/market")]
pub async fn read_market(
    slug: Option<String>,
    kategori: Option<String>,
    kecamatan: Option<String>,
    setelah: Option<String>,
) -> Result<MarketView, Refusal> {
    let [slug, category, kecamatan, seen] = [slug, kategori, kecamatan, setelah].map(Option::unwrap_or_default);
    super::read::market(&super::read::Site::asked()?, &slug, &category, &kecamatan, &seen).await
}

/// A product, with the order that is asked for.
#[server(prefix = "/api", endpoint = "catalogue/product")]
pub async fn read_product(slug: String, pilihan: Option<String>, jumlah: Option<String>) -> Result<ProductView, Refusal> {
    super::read::product(&super::read::Site::asked()?, &slug, pilihan.as_deref(), jumlah.as_deref()).await
}

/// A shop with what it sells.
#[server(prefix = "/api", endpoint = "catalogue/shop")]
pub async fn read_shop(slug: String, setelah: Option<String>) -> Result<ShopView, Refusal> {
    super::read::shop(&super::read::Site::asked()?, &slug, setelah.as_deref().unwrap_or_default()).await
}
