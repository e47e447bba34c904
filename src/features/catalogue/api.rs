use leptos::prelude::*;

use super::Asked;
use super::views::{BasketView, MarketView, PosterView, ProductView, ShopView};
use crate::access::Refusal;

/// What is for sale in the regency, or at the office named by `slug`, and is what is looked for.
#[server(prefix = "/api", endpoint = "catalogue/market")]
pub async fn read_market(slug: Option<String>, #[server(flatten)] asked: Asked) -> Result<MarketView, Refusal> {
    super::market::market(&super::read::Site::asked()?, &slug.unwrap_or_default(), &asked).await
}

/// A product, with the order that is asked for. `kata`: by which words it was found. `ubah`: the order is not written yet.
#[server(prefix = "/api", endpoint = "catalogue/product")]
pub async fn read_product(
    slug: String,
    pilihan: Option<String>,
    jumlah: Option<String>,
    ubah: Option<String>,
    kata: Option<String>,
) -> Result<ProductView, Refusal> {
    let site = super::read::Site::asked()?;
    let typed = super::ordering::Typed { variant: pilihan.as_deref(), amount: jumlah.as_deref(), open: ubah.is_some() };
    let product = super::read::product(&site, &slug, typed).await?;
    if jumlah.is_none() {
        site.looked_at(&product.slug, kata.as_deref().unwrap_or_default());
    }
    Ok(product)
}

/// A shop with what it sells.
#[server(prefix = "/api", endpoint = "catalogue/shop")]
pub async fn read_shop(slug: String, setelah: Option<String>) -> Result<ShopView, Refusal> {
    super::read::shop(&super::read::Site::asked()?, &slug, setelah.as_deref().unwrap_or_default()).await
}

/// What a shop sells, with the basket that the query of the page's address asks for.
#[server(prefix = "/api", endpoint = "catalogue/basket")]
pub async fn read_basket(slug: String, isi: Option<String>) -> Result<BasketView, Refusal> {
    super::baskets::basket(&super::read::Site::asked()?, &slug, isi.as_deref().unwrap_or_default()).await
}

/// A shop as it is printed to be hung up.
#[server(prefix = "/api", endpoint = "catalogue/poster")]
pub async fn read_poster(slug: String) -> Result<PosterView, Refusal> {
    super::posters::poster(&super::read::Site::asked()?, &slug).await
}
