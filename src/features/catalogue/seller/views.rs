//! What the seller's screens are given: sentences that the server has made, in the seller's language.

use crate::ui::{MarkView, NoteView, Way};
use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::features::catalogue::office::RowView;
use crate::features::catalogue::{Picture, ProposeView};

/// `/akun/toko`, `/akun/toko/{id}` and `/akun/toko/produk/{id}`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SellerView {
    pub back: Way,
    pub title: String,
    pub lede: String,
    pub mark: Option<MarkView>,
    /// What the last act has done.
    pub result: Option<String>,
    pub notes: Vec<NoteView>,
    /// What to do next; the first is the main one.
    pub ways: Vec<Way>,
    /// What sends a finished draft.
    pub propose: Option<ProposeView>,
    /// Shops, or the products of one.
    pub list: Option<ListView>,
    pub photos: Vec<Picture>,
    /// What would help it, with its heading; each a title and a sentence.
    pub advice: (String, Vec<(String, String)>),
    /// A training that helps with it.
    pub lesson: Option<Way>,
    pub stats: Option<StatsView>,
    /// What of one's own trainings the page of the shop shows, as HTML; empty where there is nothing to choose.
    pub skills: String,
    /// What was written last, and above it what that is.
    pub heading: String,
    pub says: Vec<(String, String)>,
    pub close: Option<CloseView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListView {
    /// Empty where the page itself is the list.
    pub title: String,
    pub rows: Vec<RowView>,
    /// Where it goes on.
    pub next: Option<Way>,
    /// That there is nothing yet, and what to do.
    pub none: (String, String),
}

/// How often it was looked at and ordered, week by week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatsView {
    pub title: String,
    pub lede: String,
    /// The oldest first; none while nobody has looked.
    pub weeks: Vec<WeekView>,
    /// Of week, looks, orders and words.
    pub heads: [String; 4],
    /// "Lihat tabel"
    pub table: String,
    /// Above the words by which it was found.
    pub found: String,
    pub leads: Vec<(String, u64)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekView {
    /// Its first day, whole and as it fits under a bar.
    pub first: String,
    pub short: String,
    pub seen: u32,
    pub orders: u32,
    /// By which it was found most often.
    pub words: String,
}

/// The one act that asks first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseView {
    pub title: String,
    pub consequence: String,
    pub button: String,
    pub hidden: Vec<(String, String)>,
    pub key: IdemKey,
}

/// `/akun/toko/terima/{token}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakingView {
    pub back: Way,
    pub title: String,
    /// Who hands over what, or why the link opens nothing.
    pub lede: String,
    /// What is pressed, while the link opens.
    pub take: Option<String>,
    pub token: String,
    pub key: IdemKey,
}
