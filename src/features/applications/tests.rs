//! The feature's story.

mod desk;
mod policy;
