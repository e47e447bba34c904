//! The SHA-256 of a file that stays on the visitor's device: counted by the browser itself.

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
pub use browser::digest_of_chosen;
#[cfg(feature = "ssr")]
pub use server::digest_of_chosen;
