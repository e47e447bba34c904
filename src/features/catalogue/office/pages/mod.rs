mod edit;
mod list;
mod listing;
mod parts;

pub use edit::{EditProductPage, EditShopPage, NewProductPage, NewShopPage};
pub use list::ListingsPage;
pub use listing::{DeskProductPage, DeskShopPage};
