mod begin;
mod case;
mod cases;
mod check;
mod fill;
mod parts;
#[cfg(feature = "ssr")]
mod sample;
mod step;
mod tracker;

pub use begin::BeginPage;
pub use case::CasePage;
pub use cases::CasesPage;
pub use fill::FillPage;
#[cfg(feature = "ssr")]
pub use sample::SamplePage;
pub use tracker::TrackerPage;

/// A letter to look at has nothing to press. Its page is drawn by the server and not brought to life, so
/// that no visitor fetches the code that draws letters.
#[cfg(not(feature = "ssr"))]
pub use crate::ui::NotFoundPage as SamplePage;
