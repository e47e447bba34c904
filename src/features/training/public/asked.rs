use serde::{Deserialize, Serialize};

/// What a visitor asks of the trainings, as it stands in the address. An empty word asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub bidang: String,
    pub untuk: String,
    pub kecamatan: String,
    /// `ya`: those that are over.
    pub lalu: String,
    /// Where the last page ended.
    pub setelah: String,
}
