use serde::{Deserialize, Serialize};

use crate::ui::Frame;

/// `/kantor/produk/dampak`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectView {
    pub frame: Frame,
    /// All below the head, as HTML.
    pub drawn: String,
}
