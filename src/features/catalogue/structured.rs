//! The same that people read, for search engines: schema.org in JSON-LD.

use serde_json::{Value, json};

use super::read::{Site, office};
use super::store::{PublicProduct, PublicShop};
use super::{OpenHours, Price, Supply};
use crate::domain::Lang;
use crate::server::linked_data::written;

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
