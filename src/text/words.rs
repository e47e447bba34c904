use super::account::{self, AccountWords};
use super::basket::{self, BasketWords};
use super::check::{self, CheckWords};
use super::goods_photos::{self, GoodsPhotoWords};
use super::held::{self, HeldWords};
use super::library::{self, LibraryWords};
use super::market::{self, GoodsWords, MarketWords};
use super::near::{self, NearWords};
use super::review::{self, ReviewWords};
use super::seller::{self, SellerWords};
use super::{CaseWords, FillWords, Lang, PhotoWords, ServiceWords, TrackerWords, en, en_cases, id, id_cases};

/// Everything one language says, part by part. Functions and not fields: a table of all words would
/// be in every visitor's first download; so the code of an area carries the parts that its pages name.
#[derive(Clone, Copy)]
pub struct Words(pub(super) Lang);

macro_rules! parts {
    ($($part:ident: $words:ident = $id:path | $en:path;)+) => {
        impl Words {$(
            pub const fn $part(self) -> &'static $words {
                match self.0 {
                    Lang::Id => &$id,
                    Lang::En => &$en,
                }
            }
        )+}
    };
}

parts! {
    layout: LayoutWords = id::LAYOUT | en::LAYOUT;
    form: FormWords = id::FORM | en::FORM;
    failure: FailureWords = id::FAILURE | en::FAILURE;
    held: HeldWords = held::ID | held::EN;
    portal: PortalWords = id::PORTAL | en::PORTAL;
    village: VillageWords = id::VILLAGE | en::VILLAGE;
    check: CheckWords = check::ID | check::EN;
    market: MarketWords = market::ID | market::EN;
    near: NearWords = near::ID | near::EN;
    basket: BasketWords = basket::ID | basket::EN;
    goods: GoodsWords = market::GOODS_ID | market::GOODS_EN;
    goods_photos: GoodsPhotoWords = goods_photos::ID | goods_photos::EN;
    review: ReviewWords = review::ID | review::EN;
    library: LibraryWords = library::ID | library::EN;
    seller: SellerWords = seller::ID | seller::EN;
    services: ServiceWords = id_cases::SERVICES | en_cases::SERVICES;
    fill: FillWords = id_cases::FILL | en_cases::FILL;
    cases: CaseWords = id_cases::CASES | en_cases::CASES;
    tracker: TrackerWords = id_cases::TRACKER | en_cases::TRACKER;
    photos: PhotoWords = id_cases::PHOTOS | en_cases::PHOTOS;
    account: AccountWords = account::id::WORDS | account::en::WORDS;
}

/// What stands around every page.
pub struct LayoutWords {
    pub skip: &'static str,
    pub sign_in: &'static str,
    pub account: &'static str,
    pub services: &'static str,
    pub saver: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub other_language: &'static str,
    pub loading: &'static str,
    pub owner: &'static str,
    pub main_menu: &'static str,
    pub front: &'static str,
    pub applications: &'static str,
}

/// What every form says.
pub struct FormWords {
    pub choose: &'static str,
    pub sending: &'static str,
    pub day: &'static str,
    pub month: &'static str,
    pub year: &'static str,
    pub kept: &'static str,
    pub beside: &'static str,
}

/// What is said when something did not work.
pub struct FailureWords {
    pub not_found_title: &'static str,
    pub not_found: &'static str,
    pub broken_title: &'static str,
    pub broken: &'static str,
    /// Before the number that finds the failure in the log.
    pub incident: &'static str,
    pub home: &'static str,
    pub offline_title: &'static str,
    pub offline: &'static str,
    pub too_large_title: &'static str,
    pub too_large: &'static str,
    pub foreign_title: &'static str,
    pub foreign: &'static str,
}

pub struct PortalWords {
    pub title: &'static str,
    pub description: &'static str,
    pub promise: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub search_button: &'static str,
    pub kecamatan: &'static str,
    pub none_found: &'static str,
    pub none_found_hint: &'static str,
    pub all_kecamatan: &'static str,
    pub offices: &'static str,
    pub apply: &'static str,
    pub apply_hint: &'static str,
    pub track: &'static str,
    pub track_hint: &'static str,
    pub verify: &'static str,
    pub verify_hint: &'static str,
    pub market: &'static str,
    pub market_hint: &'static str,
    pub library: &'static str,
    pub library_hint: &'static str,
    pub training: &'static str,
    pub training_hint: &'static str,
}

pub struct VillageWords {
    pub choose_title: &'static str,
    pub choose: &'static str,
    pub postcode: &'static str,
    pub code: &'static str,
    pub kecamatan: &'static str,
    pub neighbours: &'static str,
    pub services: &'static str,
}
