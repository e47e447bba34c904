use serde::{Deserialize, Serialize};

/// What a visitor asks of the catalogue, as it stands in the address. An empty word asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub cari: String,
    pub kecamatan: String,
    pub umur: String,
    pub kelas: String,
    /// `ya`
    pub ada: String,
    /// Where the last page ended.
    pub setelah: String,
}
