//! What tests stand on.

mod folder;

pub use folder::Folder;
