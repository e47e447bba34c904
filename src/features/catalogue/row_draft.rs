//! What stands beside a draft in a list: where somebody goes on with it, and one press that sends it once nothing
//! is missing in it.

use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::ui::Way;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDraft {
    pub edit: Way,
    pub propose: Option<ProposeView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposeView {
    pub button: String,
    /// Which listing, as it was seen.
    pub hidden: Vec<(String, String)>,
    pub key: IdemKey,
}
