//! Pages of trainings, for everybody.

mod sheet;

pub use sheet::{NoticePage, NoticesPage, body_view};
