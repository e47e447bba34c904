mod first;

pub use first::{OfficesPage, TodayPage};
