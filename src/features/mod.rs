//! What the office does. Each folder is one feature; `mod.rs` is its front door.

pub mod offices;
