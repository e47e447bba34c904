mod import;
mod table;

pub use import::ImportPage;
pub use table::TablePage;
