//! What can be done to a shop or a product, one intention a file.

mod add_photo;
mod add_product;
mod approve;
mod archive;
mod arrange_photos;
mod edit;
mod edit_products;
mod give_back;
mod hide;
mod hide_skill;
mod import_products;
mod make_seller_link;
mod moment;
mod open_shop;
mod see_owner;
mod show;
mod show_skill;
mod take_shop;

pub use add_photo::AddPhoto;
pub use add_product::AddProduct;
pub use approve::Approve;
pub use archive::Archive;
pub use arrange_photos::ArrangePhotos;
pub use edit::Edit;
pub use edit_products::EditProducts;
pub use give_back::GiveBack;
pub use hide::Hide;
pub use hide_skill::HideSkill;
pub use import_products::ImportProducts;
pub use make_seller_link::MakeSellerLink;
pub use open_shop::OpenShop;
pub use see_owner::SeeOwner;
pub use show::Show;
pub use show_skill::ShowSkill;
pub use take_shop::TakeShop;
