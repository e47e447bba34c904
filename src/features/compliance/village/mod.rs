//! The office's own pages of a review: what it has, what proves it, and what the reviewer says of it.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod item;
#[cfg(feature = "ssr")]
mod photo;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod sending;
#[cfg(feature = "ssr")]
mod words;

pub use api::{ObjectVerdict, ReadItem, ReadOverview, RemovePhoto, SubmitAnswers, WriteAnswer};
pub use views::{
    AnswerForm, AnswerTyped, CampaignView, FactView, ItemRow, ItemView, ObjectForm, OverviewView, PhotoView, SampleView, SubmitForm,
    UploadForm,
};

#[cfg(feature = "ssr")]
pub use desk::Desk;
#[cfg(feature = "ssr")]
pub use item::item;
#[cfg(feature = "ssr")]
pub use photo::{photo_within, public_photo};
#[cfg(feature = "ssr")]
pub use read::overview;
#[cfg(feature = "ssr")]
pub use sending::{Receiving, TypedPhoto, may_send, page_of_item, read_photo};
