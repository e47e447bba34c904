//! What pages may ask for and forms may send: who asks, and what they want.

mod door;
mod own;
mod rights;
mod staff_door;

pub use door::*;
pub use own::*;
pub use rights::*;
pub use staff_door::*;
