//! The office's own pages of a review: what it has, what proves it, and what the reviewer says of it.

mod api;
pub mod pages;
mod plans;
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

pub use plans::{ExampleRow, FinishIt, PlanRow, PlanView, WritePlan};

pub use api::{ObjectVerdict, ReadItem, ReadOverview, RemovePhoto, ReuseEvidence, SubmitAnswers, WriteAnswer};
pub use views::{
    AnswerForm, AnswerTyped, CampaignView, FactView, FileView, ItemRow, ItemView, ObjectForm, OverviewView, PhotoView, ReuseView,
    SampleView, SubmitForm, UploadForm,
};

#[cfg(feature = "ssr")]
pub use desk::Desk;
#[cfg(feature = "ssr")]
pub use doors::host_of;
#[cfg(feature = "ssr")]
pub use item::item;
#[cfg(feature = "ssr")]
pub use photo::{file_address, file_within, photo_within, public_file, public_photo};
#[cfg(feature = "ssr")]
pub use read::overview;
#[cfg(feature = "ssr")]
pub use sending::{Receiving, TypedPhoto, may_send, may_send_file, must_be_from_here, page_of_item, read_photo, read_title};
#[cfg(feature = "ssr")]
pub use words::{URGENT, about_file, time_of_day};
