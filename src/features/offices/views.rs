use serde::{Deserialize, Serialize};

use super::{Missing, ProfileForm};
use crate::access::ActName;

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

/// What an office says about itself, to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    pub office: OfficeLink,
    pub kelurahan: bool,
    /// The version of the profile that is shown; goes back with it.
    pub seen: i64,
    pub form: ProfileForm,
    /// Without these no letter can be issued.
    pub missing: Vec<Missing>,
    /// A number as the pattern writes it.
    pub sample: String,
    pub year: i16,
    pub books: Vec<BookView>,
    pub can: Vec<ActName>,
}

/// One book of letter numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookView {
    /// `agenda`, or the code of a service.
    pub register: String,
    /// "Buku agenda", or the service's name.
    pub name: String,
    /// The last number of this year; none before the first.
    pub last: Option<u32>,
}
