mod edit;
mod link;
mod list;
mod listing;
pub mod parts;

pub use edit::{EditProductPage, EditShopPage, NewProductPage, NewShopPage, edit_view};
pub use link::SellerLinkPage;
pub use list::ListingsPage;
pub use listing::{DeskProductPage, DeskShopPage};
