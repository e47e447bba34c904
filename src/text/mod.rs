//! Every sentence on screen. A language is a value of each part of [`Words`]: a missing sentence does
//! not compile.

mod account;
mod basket;
mod case_words;
mod check;
mod club;
#[cfg(feature = "ssr")]
mod conflict;
#[cfg(not(feature = "ssr"))]
#[path = "conflict_in_browsers.rs"]
mod conflict;
mod conflict_words;
mod duration;
mod en;
mod en_cases;
mod goods_photos;
mod held;
mod id;
mod id_cases;
mod lang;
mod library;
pub mod listing;
mod market;
mod near;
mod problems;
mod refusal;
mod review;
mod seller;
mod words;

pub use crate::domain::Lang;
pub use account::AccountWords;
pub use basket::BasketWords;
pub use case_words::{CaseWords, FillWords, PhotoWords, ServiceWords, TrackerWords};
pub use check::{CheckWords, VerdictWords};
pub use club::ClubWords;
#[cfg(feature = "ssr")]
pub use conflict::told;
pub use duration::working_time;
pub use goods_photos::GoodsPhotoWords;
pub use held::HeldWords;
pub use library::LibraryWords;
pub use market::{GoodsWords, MarketWords};
pub use near::NearWords;
pub use problems::problem_sentence;
pub use refusal::{refusal_about, refusal_sentence};
pub use review::ReviewWords;
pub use seller::SellerWords;
pub use words::{FailureWords, FormWords, LayoutWords, PortalWords, VillageWords, Words};
