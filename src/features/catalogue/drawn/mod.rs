//! What visitors of the market only read, as finished HTML: the browser gets no code for it, and a page comes alive
//! without walking through every choice and card.

mod goods;
mod shop;

pub use goods::{Goods, ProductCard, goods_view};
pub use shop::{ShopFigure, shop_view};
