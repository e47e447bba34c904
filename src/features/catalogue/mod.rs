//! The market: shops of the villages and what they sell. The office approves each version that
//! visitors see.

mod api;
mod asked;
#[cfg(feature = "ssr")]
mod basket;
#[cfg(feature = "ssr")]
mod basket_form;
#[cfg(feature = "ssr")]
mod baskets;
#[cfg(feature = "ssr")]
mod cards;
mod category;
mod changes;
mod content;
pub mod effect;
pub mod figures;
mod form_view;
mod listing;
pub mod office;
mod order;
pub mod pages;
mod pending_wire;
mod permit;
mod photo;
pub mod photos;
mod product;
mod product_form;
mod row_draft;
pub mod seller;
mod shop;
mod shop_form;
mod sketch;
mod unlinked;
mod views;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod choice;
#[cfg(feature = "ssr")]
mod coach;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod ending;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod facts;
#[cfg(feature = "ssr")]
mod feed;
#[cfg(feature = "ssr")]
mod fields;
#[cfg(feature = "ssr")]
mod housekeeping;
#[cfg(feature = "ssr")]
mod looks;
#[cfg(feature = "ssr")]
mod market;
#[cfg(feature = "ssr")]
mod order_form;
#[cfg(feature = "ssr")]
mod ordering;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod posters;
#[cfg(feature = "ssr")]
mod practice;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod seller_link;
#[cfg(feature = "ssr")]
mod skills;
#[cfg(feature = "ssr")]
mod spot;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod structured;
pub mod table;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(feature = "ssr")]
mod weeks;

pub use api::{ReadBasket, ReadMarket, ReadPoster, ReadProduct, ReadShop};
pub use asked::Asked;
#[cfg(feature = "ssr")]
pub use baskets::follow_basket;
#[cfg(feature = "ssr")]
pub use cards::{card, card_mark, cover, drawing};
pub use category::Category;
pub use changes::{Changed, Said, changes};
pub use content::{Content, InShop, Owner, Seen};
#[cfg(feature = "ssr")]
pub use ending::Ending;
#[cfg(feature = "ssr")]
pub use feed::{addresses, new_products};
pub use form_view::{AskedAs, FieldView, ListingForm, PartView};
#[cfg(feature = "ssr")]
pub use housekeeping::{remind_of_permits, renew_search};
pub use listing::{Aim, Listing, Pending, Stage, Standing, State, Wish};
#[cfg(feature = "ssr")]
pub use looks::Looks;
pub use order::{Order, OrderLine};
#[cfg(feature = "ssr")]
pub use ordering::{Follower, Way, follow};
pub use pages::{ON_CARDS, picture_view};
pub use permit::{Permit, PermitKind};
pub use photo::Photo;
#[cfg(feature = "ssr")]
pub use picture::photo_picture;
#[cfg(feature = "ssr")]
pub use practice::practice_shop;
pub use product::{Price, Product, Season, Supply, Variants, Wholesale};
pub use product_form::ProductForm;
pub use row_draft::{ProposeView, RowDraft};
pub use shop::{LinkPlace, MOST_OF_A_SHOP, OpenHours, PublicPhone, Shop, ShopLink, ShopSize};
pub use shop_form::ShopForm;
pub use sketch::Sketch;
#[cfg(feature = "ssr")]
pub use spot::Spot;
#[cfg(feature = "ssr")]
pub use store::products_here;
pub use views::{
    BasketRow, BasketView, ContactView, Fact, KnownAs, MarketView, OrderView, Picture, PosterView, ProductView, ShopShown, ShopView,
    WrittenBasket, WrittenOrder,
};
