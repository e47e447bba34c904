//! The tables of cases, private to the feature.

pub mod application;
pub mod attachment;
pub mod event;
pub mod reference;
