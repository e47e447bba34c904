use serde::{Deserialize, Serialize};

use super::{Category, Guide, LegalBasis, Paper};
use crate::domain::WallTime;

/// `/layanan`: all services, by what they are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicesView {
    pub groups: Vec<ServiceGroup>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceGroup {
    pub category: Category,
    pub services: Vec<ServiceLink>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceLink {
    pub code: String,
    pub name: String,
    pub short: String,
    pub open: bool,
}

/// `/layanan/{kode}`: what one should know before the first question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceView {
    pub code: String,
    pub name: String,
    pub open: bool,
    pub who: String,
    pub gives: String,
    pub papers: Vec<Paper>,
    pub promise_minutes: u32,
    /// When it would be done if it were sent now.
    pub promised: WallTime,
    pub valid_days: Option<u32>,
    pub legal: Vec<LegalBasis>,
    pub guide: Option<Guide>,
    /// Whether the promise is our proposal rather than a rule.
    pub promise_is_proposed: bool,
    pub printed: WallTime,
}
