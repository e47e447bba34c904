//! Pages of the versions of the questions.

mod editor;
mod fields;
mod routes;

use editor::editor_view;
pub use routes::{ComparePage, VersionItemPage, VersionPage, VersionsPage};
