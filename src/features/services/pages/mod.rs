mod guide;
mod list;
mod sheet;

pub use guide::GuidePage;
pub use list::ServicesPage;
pub use sheet::ServicePage;
