mod portal;
mod village;

pub use portal::PortalPage;
pub use village::VillagePage;
