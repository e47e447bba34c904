mod desk;
mod edit;
mod taking;
mod weeks;

pub use desk::{OwnProductPage, OwnShopPage, OwnShopsPage};
pub use edit::{OwnEditProductPage, OwnEditShopPage, OwnNewProductPage, OwnNewShopPage};
pub use taking::TakingPage;
