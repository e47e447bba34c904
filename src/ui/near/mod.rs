//! Where the visitor is: asked only when they press the button, and told to nobody but the address of the page.

mod button;
mod here;

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
use browser as side;
#[cfg(feature = "ssr")]
use server as side;

pub use button::NearButton;
pub use here::HereButton;
