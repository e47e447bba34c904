//! The router and the layers around all of it.

mod assets;
mod audience;
mod cards;
mod csrf;
mod document;
mod failures;
mod gallery;
mod goods;
mod held;
mod incoming;
mod letters;
mod limits;
mod looks;
mod market;
mod media;
mod own_path;
mod page_cache;
mod photos;
mod preferences;
mod redraw;
mod refusals;
mod router;
mod security;
mod serve;
mod sessions;
mod sitemap;
mod skpwni;
mod tables;
mod wording;

pub use assets::Assets;
pub use goods::routes as goods_routes;
pub use own_path::{own_path, way_in};
pub use photos::{Photos, routes as photo_routes};
pub use router::{OWN_ROUTES, layered, router};
pub use serve::serve;
