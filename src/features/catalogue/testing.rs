//! A shop and a product as a seller would describe them.

use super::{Category, Price, Product, PublicPhone, Season, Shop, ShopSize, Supply, Variants, Wholesale};
use crate::domain::{Phone, Rupiah};

fn rupiah(amount: i64) -> Rupiah {
    amount.try_into().expect("an amount")
}

pub fn sale_pisang() -> Product {
    Product {
        name: "Sale pisang gulung".into(),
        category: Category::Snacks,
        story: "Pisang awak dijemur tiga hari.".into(),
        price: Price::Fixed(rupiah(18_000)),
        wholesale: Some(Wholesale { price: rupiah(16_500), from: 10 }),
        unit: "bungkus".into(),
        net: "250 g".into(),
        variants: Some(Variants { axis: "Rasa".into(), values: vec!["Manis & gurih".into(), "Asin".into()] }),
        supply: Supply::InStock(Some(24)),
        season: Season::default(),
        keeps_days: Some(60),
        ingredients: "Pisang awak".into(),
        permits: Vec::new(),
        photos: Vec::new(),
    }
}

pub fn yuni() -> Shop {
    Shop {
        name: "Dapur Bu Yuni".into(),
        size: ShopSize::Micro,
        makes: true,
        sector: "Makanan".into(),
        founded: Some(2017),
        story: "Camilan dari kebun sendiri.".into(),
        address: "Dusun Krajan RT 002 / RW 001".into(),
        pin: None,
        hours: None,
        whatsapp: PublicPhone::published(&Phone::parse("081200000099").expect("a phone")),
        permits: Vec::new(),
        trainings: Vec::new(),
        links: Vec::new(),
    }
}
