use serde::{Deserialize, Serialize};

/// What the frame around a page of an office, a kecamatan or the regency says: whose hat it is, and how much
/// waits. Part of the page's own view, so that a page is still one read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// "Desa Tamansari", "Kecamatan Licin", "Kabupaten Banyuwangi".
    pub unit: String,
    /// "Kec. Licin"; empty for a kecamatan and the regency.
    pub place: String,
    /// Who acts, and as what: "Rini Wulandari", "Operator".
    pub person: String,
    pub role: String,
    pub counts: FrameCounts,
}

/// Figures beside the entries of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameCounts {
    /// Cases that wait for an officer.
    pub queue: u32,
    /// Letters that wait for the head.
    pub to_sign: u32,
    /// Items of the review: those that came back to the office, or wait for the reviewer who looks.
    pub review: u32,
}

/// Where in the office's rail a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeTab {
    Today,
    Applications,
    Sign,
    Register,
    Transfers,
    Market,
    Compliance,
    Library,
    Training,
    Staff,
    Settings,
}

/// Where in the regency's rail a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegencyTab {
    Offices,
    Kecamatan,
    Market,
    Learning,
    Review,
    Campaigns,
}

/// Where in the resident's dock a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResidentTab {
    Services,
    Applications,
    Account,
}
