//! From a request to who is asking.

mod asking;

pub use asking::actor;
