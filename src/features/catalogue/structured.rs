//! The same that people read, for search engines: schema.org in JSON-LD. A block of data is no script, so
//! the content policy asks for no nonce; but it stands in a script element, which no text of it may close.

use serde_json::{Value, json};

use super::read::{Site, office};
use super::store::{PublicProduct, PublicShop};
use super::{OpenHours, Price, Supply};
use crate::domain::Lang;

pub fn product_data(site: &Site, found: &PublicProduct, shop: &PublicShop) -> String {
    let product = &found.product;
    let (kind, price) = match product.price {
        Price::Fixed(_) => ("Offer", "price"),
        Price::From(_) => ("AggregateOffer", "lowPrice"),
    };
    let there = match product.supply {
        Supply::InStock(_) => "https://schema.org/InStock",
        Supply::ToOrder(_) => "https://schema.org/PreOrder",
        Supply::SoldOut => "https://schema.org/OutOfStock",
    };
    let page = site.product_address(&found.slug);
    written(&json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.name,
        "description": product.story,
        "category": product.category.name(Lang::Id),
        "url": page,
        "image": product.photos.iter().map(|photo| site.photo_address(&found.slug, photo)).collect::<Vec<_>>(),
        "offers": {
            "@type": kind,
            price: product.price.amount().amount(),
            "priceCurrency": "IDR",
            "availability": there,
            "url": page,
            "seller": {
                "@type": "LocalBusiness",
                "name": shop.shop.name,
                "url": site.shop_address(&shop.slug),
                "address": address(shop),
            },
        },
    }))
}

pub fn shop_data(site: &Site, found: &PublicShop) -> String {
    let shop = &found.shop;
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "LocalBusiness",
        "name": shop.name,
        "description": shop.story,
        "url": site.shop_address(&found.slug),
        "telephone": format!("+{}", shop.whatsapp.international()),
        "address": address(found),
        "sameAs": shop.links.iter().map(|link| link.address.as_str()).collect::<Vec<_>>(),
    });
    if let Some(pin) = shop.pin {
        let degrees = |millionths: i32| f64::from(millionths) / 1e6;
        data["geo"] = json!({ "@type": "GeoCoordinates", "latitude": degrees(pin.latitude), "longitude": degrees(pin.longitude) });
    }
    if let Some(OpenHours { opens, closes }) = shop.hours {
        let [opens, closes] = [opens, closes].map(|time| time.in_digits().replace('.', ":"));
        data["openingHours"] = ["Mo-Su ", &opens, "-", &closes].concat().into();
    }
    written(&data)
}

fn address(shop: &PublicShop) -> Value {
    let office = office(shop.office);
    json!({
        "@type": "PostalAddress",
        "streetAddress": shop.shop.address,
        "addressLocality": office.map(|office| office.full_name()),
        "addressRegion": "Banyuwangi",
        "postalCode": office.map(|office| office.postcode),
        "addressCountry": "ID",
    })
}

/// Without `<` no text ends the element, or begins a comment in it.
pub fn written(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_element_and_all_of_it_reads_back() {
        let data = json!({ "name": "</script><script>alert(1)</script><!-- & \"" });
        let text = written(&data);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(data));
    }
}
