mod market;
mod parts;
mod product;
mod shop;

pub use market::MarketPage;
pub use product::ProductPage;
pub use shop::ShopPage;
