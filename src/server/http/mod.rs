//! The router and the layers around all of it.

mod assets;
mod audience;
mod csrf;
mod document;
mod failures;
mod own_path;
mod page_cache;
mod preferences;
mod redraw;
mod refusals;
mod router;
mod security;
mod serve;
mod sessions;

pub use assets::Assets;
pub use own_path::{own_path, way_in};
pub use preferences::cookie;
pub use router::{OWN_ROUTES, router};
pub use serve::serve;
