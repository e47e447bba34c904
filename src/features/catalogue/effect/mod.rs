//! Whether trainings make listings better: measured before and after, and shown with what that number says and what not.

mod api;
mod page;
mod view;

#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod measured;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod round;

pub use api::ReadEffect;
#[cfg(feature = "ssr")]
pub use measured::{Group, Measured, Owned};
pub use page::EffectPage;
#[cfg(feature = "ssr")]
pub use read::{desk, regency};
#[cfg(feature = "ssr")]
pub use round::{DAYS_AFTER, GRACE, measure_effects};
pub use view::EffectView;
