use serde::{Deserialize, Serialize};

use crate::domain::{CampaignId, Version};
use crate::ui::{MarkView, NoteView, Way};

/// What is undertaken about an item, on its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanView {
    pub note: Option<NoteView>,
    pub form: Option<PlanForm>,
    pub finish: Option<FinishForm>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanForm {
    pub id: CampaignId,
    /// 0: nothing was undertaken yet.
    pub seen: Version,
    pub what: String,
    pub owner: String,
    pub until: [String; 3],
    pub code: String,
    pub code_label: String,
    pub code_hint: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishForm {
    pub id: CampaignId,
    pub seen: Version,
    /// Today, as it is typed.
    pub on: [String; 3],
}

/// A plan that is open, on the overview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRow {
    /// The page of the item, by the item's name.
    pub way: Way,
    /// "sampai 10 Desember 2026, Rini Wulandari"
    pub more: String,
    pub mark: MarkView,
}

/// An item of which the office has less than the best, and offices near it that have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleRow {
    pub item: String,
    pub offices: Vec<Way>,
}
