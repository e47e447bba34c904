use serde::{Deserialize, Serialize};

use crate::domain::BlobId;

/// What a product looks like. The files lie in the blob store; a version names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    pub id: BlobId,
    /// The name of its file at its office. Nobody outside is told it.
    pub file: String,
    /// What is to be seen, for whoever does not see it. Empty until somebody says it.
    pub alt: String,
    /// Width and height of each size there is, the smallest first.
    pub sizes: [(u32, u32); 3],
    /// `#c8a165`: the average of all of it, seen while it comes.
    pub colour: String,
}

impl Photo {
    /// Of one product.
    pub const MOST: usize = 8;
}
