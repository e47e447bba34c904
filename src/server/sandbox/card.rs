use serde::{Deserialize, Serialize};

/// What stands on the card with which a product is shared, beside its picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub name: String,
    /// "mulai Rp18.000"
    pub price: String,
    /// "per bungkus"
    pub per: String,
    /// "Tamansari"
    pub village: String,
    /// "Kec. Licin"
    pub kecamatan: String,
}
