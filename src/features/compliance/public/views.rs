use serde::{Deserialize, Serialize};

use crate::features::offices::VillageView;
use crate::ui::Way;

/// `/kepatuhan`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardPageView {
    pub title: String,
    pub description: String,
    pub lede: String,
    /// All below it, as HTML; or what is said instead while nothing is public.
    pub drawn: Result<String, (String, String)>,
}

/// `/kepatuhan/{slug}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeResultView {
    pub title: String,
    pub back: (String, String),
    pub lede: String,
    pub village: (String, String),
    /// To the present state, where another one is shown.
    pub now: Option<(String, String)>,
    /// The result as HTML; or what is said instead where nothing was judged.
    pub drawn: Result<String, (String, String)>,
}

/// `/d/{slug}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillagePageView {
    pub village: VillageView,
    /// "Kepatuhan Smart Kampung: Maju"; nothing beside a choice.
    pub result: Option<Way>,
}
