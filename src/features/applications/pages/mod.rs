mod begin;
mod case;
mod cases;
mod check;
mod fill;
mod parts;
mod sample;
mod step;
mod tracker;

pub use begin::BeginPage;
pub use case::CasePage;
pub use cases::CasesPage;
pub use fill::FillPage;
pub use sample::SamplePage;
pub use tracker::TrackerPage;
