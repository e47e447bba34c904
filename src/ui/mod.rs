//! What two features would both draw, and the only two ways a page talks to the server: [`load`]
//! reads, [`Form`] writes.

mod failure;
mod form;
mod icon;
mod layout;
mod load;
mod page_head;
mod wire;

pub use failure::{NotFoundPage, failure_view};
pub use form::Form;
pub use icon::Icon;
pub use layout::PublicLayout;
pub use load::{Ask, load};
pub use page_head::PageHead;
pub use wire::{Next, Read, Redraw, Visitor, provide_redraw, read, use_visitor, use_words};
