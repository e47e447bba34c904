//! From the phone's camera to the office. Only this file knows on which side it is.

#[cfg_attr(feature = "ssr", allow(dead_code, reason = "only a browser sends"))]
mod stage;

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(not(feature = "ssr"))]
mod leaving;
#[cfg(feature = "ssr")]
mod server;
#[cfg(not(feature = "ssr"))]
mod shrink;
#[cfg(not(feature = "ssr"))]
mod xhr;

#[cfg(not(feature = "ssr"))]
pub use browser::chosen;
#[cfg(feature = "ssr")]
pub use server::chosen;
pub use stage::{Door, Sending, Stage};
