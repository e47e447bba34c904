//! Pages of the library, for everybody.

mod library;
mod title;

pub use library::LibraryPage;
pub use title::TitlePage;
