use serde::{Deserialize, Serialize};

use super::Permit;
use crate::domain::{Phone, Pin, TimeOfDay};

/// One version of what is said of a shop. Its owner's own name is not in it: a shop is known by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shop {
    pub name: String,
    pub size: ShopSize,
    /// Counted as industry (IKM), which makes what it sells.
    pub makes: bool,
    pub sector: String,
    pub founded: Option<u16>,
    pub story: String,
    pub address: String,
    pub pin: Option<Pin>,
    pub hours: Option<OpenHours>,
    pub whatsapp: PublicPhone,
    /// At most one of a kind.
    pub permits: Vec<Permit>,
    /// As the seller says it: "Foto produk, 2025".
    #[serde(default)]
    pub trainings: Vec<String>,
    pub links: Vec<ShopLink>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShopSize {
    Micro,
    Small,
    Medium,
}

/// Every day. Past midnight when it closes before it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenHours {
    pub opens: TimeOfDay,
    pub closes: TimeOfDay,
}

/// The number under which a shop wants to be called by everybody: `62812…`. Not a [`Phone`], which is
/// a person's and is never printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PublicPhone(String);

/// A page of the shop elsewhere. Always `https`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopLink {
    pub place: LinkPlace,
    pub address: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkPlace {
    Instagram,
    Facebook,
    Tiktok,
    Shopee,
    Tokopedia,
    BanyuwangiMall,
    Website,
}

/// Products of one shop that are not closed; a village shop has some dozens.
pub const MOST_OF_A_SHOP: usize = 200;

impl ShopSize {
    pub const ALL: [Self; 3] = [Self::Micro, Self::Small, Self::Medium];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Micro => "mikro",
            Self::Small => "kecil",
            Self::Medium => "menengah",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

impl PublicPhone {
    /// Published by whoever owns it.
    pub fn published(phone: &Phone) -> Self {
        Self(["62", phone.national().trim_start_matches('0')].concat())
    }

    /// `62812…`, as `wa.me` takes it.
    pub fn international(&self) -> &str {
        &self.0
    }

    /// `0812…`, as people say it.
    pub fn national(&self) -> String {
        ["0", self.0.strip_prefix("62").unwrap_or(&self.0)].concat()
    }
}

impl LinkPlace {
    pub const ALL: [Self; 7] =
        [Self::Instagram, Self::Facebook, Self::Tiktok, Self::Shopee, Self::Tokopedia, Self::BanyuwangiMall, Self::Website];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Instagram => "instagram",
            Self::Facebook => "facebook",
            Self::Tiktok => "tiktok",
            Self::Shopee => "shopee",
            Self::Tokopedia => "tokopedia",
            Self::BanyuwangiMall => "banyuwangi_mall",
            Self::Website => "situs",
        }
    }

    /// As people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Instagram => "Instagram",
            Self::Facebook => "Facebook",
            Self::Tiktok => "TikTok",
            Self::Shopee => "Shopee",
            Self::Tokopedia => "Tokopedia",
            Self::BanyuwangiMall => "Banyuwangi Mall",
            Self::Website => "Situs web",
        }
    }

    /// Where such pages are; a link elsewhere under this name would be a lie. `None`: anywhere.
    pub const fn host(self) -> Option<&'static str> {
        match self {
            Self::Instagram => Some("instagram.com"),
            Self::Facebook => Some("facebook.com"),
            Self::Tiktok => Some("tiktok.com"),
            Self::Shopee => Some("shopee.co.id"),
            Self::Tokopedia => Some("tokopedia.com"),
            Self::BanyuwangiMall => Some("banyuwangi-mall.com"),
            Self::Website => None,
        }
    }
}
