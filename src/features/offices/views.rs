use serde::{Deserialize, Serialize};

/// The front page: what was found, or all kecamatan to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortalView {
    /// What was searched for, as typed.
    pub search: String,
    pub found: Vec<OfficeLink>,
    pub groups: Vec<KecamatanGroup>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KecamatanGroup {
    pub name: String,
    pub offices: Vec<OfficeLink>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeLink {
    /// "Desa Tamansari"
    pub name: String,
    pub kecamatan: String,
    pub slug: String,
}

/// An office's own page, or the choice between namesakes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VillageView {
    Office { office: OfficeLink, code: String, postcode: String, neighbours: Vec<OfficeLink> },
    Choice { name: String, offices: Vec<OfficeLink> },
}
