use serde::{Deserialize, Serialize};

use crate::ui::Frame;

/// `/bpm/belajar`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnedView {
    pub frame: Frame,
    /// All below the heading, as HTML.
    pub drawn: String,
}
