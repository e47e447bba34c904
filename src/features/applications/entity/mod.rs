//! The tables of cases, private to the feature.

pub mod agreement;
pub mod application;
pub mod attachment;
pub mod event;
pub mod reference;
pub mod reveal;
pub mod skpwni;
pub mod transfer;
