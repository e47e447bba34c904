use serde::{Deserialize, Serialize};

use crate::ui::Frame;

/// `/bpm/pasar`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresView {
    pub frame: Frame,
    /// "217 desa dan kelurahan, 34 punya toko."
    pub lede: String,
    /// Of all together.
    pub all: FigureRow,
    /// Villages with a shop, the most products first.
    pub rows: Vec<FigureRow>,
    /// What trainings do to listings, as HTML.
    pub effect: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureRow {
    /// "Tamansari (Kec. Licin)"
    pub village: String,
    /// The address of its market.
    pub to: String,
    pub shops: u32,
    pub products: u32,
    /// Products that became public in the last 30 days.
    pub new: u32,
    /// Ways to WhatsApp in the last 30 days.
    pub orders: u32,
    /// Permits that end within 60 days, or have ended.
    pub ending: u32,
}
