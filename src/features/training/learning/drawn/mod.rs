//! The course as finished HTML: nobody's browser gets code for it.

pub mod learned;
pub mod learning;
