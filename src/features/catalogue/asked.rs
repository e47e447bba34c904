use serde::{Deserialize, Serialize};

/// What a visitor asks of the market, as it stands in the address. An empty word asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub cari: String,
    pub kategori: String,
    pub kecamatan: String,
    /// A village in it; counts for nothing elsewhere.
    pub desa: String,
    pub harga: String,
    /// `ya`, like the next three.
    pub halal: String,
    pub pirt: String,
    pub musim: String,
    pub ada: String,
    pub urut: String,
    /// Where the visitor is: `-8.219,114.369`.
    pub dari: String,
    /// Where the last page ended.
    pub setelah: String,
}
