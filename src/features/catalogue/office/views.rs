//! What the office's screens of the market are given: sentences that the server has made.

use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::features::catalogue::{Changed, ListingForm, Picture, ProposeView, RowDraft};
use crate::ui::{Frame, MarkView, NoteView, Way};

/// `/kantor/produk`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingsView {
    pub frame: Frame,
    /// Permits of shops that end soon.
    pub notes: Vec<NoteView>,
    pub tabs: Vec<TabView>,
    pub rows: Vec<RowView>,
    pub next: Option<String>,
    /// Why there is nothing, and what to do.
    pub none: (String, String),
    /// Whether the one who looks may open a shop.
    pub opens: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabView {
    pub way: Way,
    pub count: u32,
    pub here: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    pub way: Way,
    pub icon: String,
    /// "Toko", "Produk".
    pub kind: String,
    /// Of a product.
    pub shop: String,
    /// When it changed last; of a product on the page of its shop, where it stands.
    pub changed: String,
    pub mark: MarkView,
    pub draft: Option<RowDraft>,
}

/// `/kantor/produk/{id}` and `/kantor/produk/toko/{id}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingView {
    pub frame: Frame,
    pub back: Way,
    pub title: String,
    pub mark: MarkView,
    pub lede: String,
    /// What the last act has done.
    pub result: Option<String>,
    pub notes: Vec<NoteView>,
    /// What belongs to no version.
    pub facts: Vec<(String, String)>,
    /// What it says. Beside what visitors see, where `compared`.
    pub says: Vec<Changed>,
    pub compared: bool,
    /// Above it: "Yang diajukan".
    pub heading: String,
    /// Its page as visitors see it, while they do; then where it is edited.
    pub ways: Vec<Way>,
    /// Of a product: what was said last.
    pub photos: Vec<Picture>,
    /// Of a shop.
    pub products: Option<Vec<RowView>>,
    /// Where the list of its products goes on.
    pub next: Option<String>,
    /// What sends a finished draft.
    pub propose: Option<ProposeView>,
    pub acts: Vec<ActView>,
    /// Which listing, as it was seen: hidden fields of every act.
    pub hidden: Vec<(String, String)>,
    pub key: IdemKey,
}

/// Something that can be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActView {
    /// Its code: `catalogue.hide`.
    pub act: String,
    /// The line behind which it is; it asks once, with the consequence. Empty where it lies open.
    pub title: String,
    pub consequence: String,
    pub button: String,
    /// What has to be ticked first, under `izin_dilihat`.
    pub tick: Option<String>,
    /// The sentence that has to be written: name, label and hint of its field. Two acts may lie on one page,
    /// so each has a name of its own.
    pub reason: Option<(String, String, String)>,
}

/// `/kantor/produk/toko/{id}/tautan`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    pub frame: Frame,
    pub back: Way,
    /// The link that nobody has taken yet.
    pub made: Option<MadeLink>,
    /// A seller keeps it already, and would keep it no more.
    pub kept: Option<NoteView>,
    /// The number of the shop, which is often its seller's own.
    pub phone: String,
    pub hidden: Vec<(String, String)>,
    pub key: IdemKey,
}

/// A link as the office gives it to the seller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeLink {
    pub address: String,
    /// Masked: "**** **** 5678".
    pub phone: String,
    pub until: String,
    /// Where WhatsApp opens with the message for that phone.
    pub whatsapp: String,
}

/// A page with a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditView {
    /// Of the office; a seller has none.
    pub frame: Option<Frame>,
    pub back: Way,
    pub title: String,
    pub lede: String,
    /// What has to be changed, when it was returned.
    pub note: Option<NoteView>,
    pub form: ListingForm,
}
