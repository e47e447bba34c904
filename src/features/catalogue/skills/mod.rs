//! Certificates that a seller lets the page of a shop show: which, for the seller, and how, for visitors. Drawn on the
//! server, so no phone carries code for it.

mod chosen;
mod shown;
mod words;

pub use chosen::chosen;
pub use shown::shown;
pub use words::words;
