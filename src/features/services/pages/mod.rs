mod list;
mod sheet;

pub use list::ServicesPage;
pub use sheet::ServicePage;
