use serde::{Deserialize, Serialize};

use crate::domain::{IdemKey, ListingId, Version};
use crate::features::catalogue::Picture;
use crate::ui::Frame;

/// `/kantor/produk/{id}/foto` and `/akun/toko/produk/{id}/foto`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotosView {
    /// Of the office; a seller has none.
    pub frame: Option<Frame>,
    pub id: ListingId,
    pub seen: Version,
    pub title: String,
    /// Address and name of the page of the product.
    pub back: (String, String),
    /// What the last form has done; empty when the page was asked for by itself.
    pub done: String,
    /// Who must act, an icon, and where the product stands.
    pub standing: (String, String, String),
    pub photos: Vec<PhotoLine>,
    /// Whether there is room for one more, and anything may be changed at all.
    pub takes_more: bool,
    pub changeable: bool,
    /// Whether nothing is missing in the product, so that it can be sent.
    pub whole: bool,
    pub key: IdemKey,
    pub said: PhotosSaid,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoLine {
    pub picture: Picture,
    pub alt: String,
    /// "Foto 1 (sampul): apa yang terlihat?"
    pub label: String,
}

/// The sentences of the page, in the language of who reads it: no phone carries them before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotosSaid {
    pub lede: String,
    pub none: String,
    pub earlier: String,
    pub later: String,
    pub remove: String,
    pub save: String,
    pub propose: String,
    pub add: String,
    pub file: String,
    pub file_hint: String,
    pub alt: String,
    pub alt_hint: String,
    pub send: String,
}
