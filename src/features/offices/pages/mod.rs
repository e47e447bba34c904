mod portal;
mod village;
mod ways;

pub use portal::PortalPage;
pub use village::village_view;
