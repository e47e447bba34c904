//! The feature's story.

mod policy;
