//! Icons.

mod drawn;
mod first;

pub use drawn::{Icon, NamedIcon};
