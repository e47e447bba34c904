//! Letters: number, signature, paper, and the check that anyone can make.

mod api;
mod model;
pub mod pages;
mod token;
mod views;
mod void_reason;

#[cfg(feature = "ssr")]
mod acts;
#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
mod certificate;
#[cfg(feature = "ssr")]
mod checking;
#[cfg(feature = "ssr")]
mod data;
#[cfg(feature = "ssr")]
mod draft;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod f103;
#[cfg(feature = "ssr")]
mod f103_json;
#[cfg(feature = "ssr")]
mod facsimile;
#[cfg(feature = "ssr")]
mod frozen;
#[cfg(feature = "ssr")]
mod job;
#[cfg(feature = "ssr")]
mod lookup;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod qr;
#[cfg(feature = "ssr")]
mod render;
#[cfg(feature = "ssr")]
mod sheets;
#[cfg(feature = "ssr")]
mod signer;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod template;
#[cfg(feature = "ssr")]
mod template_json;
#[cfg(feature = "ssr")]
mod unbroken;
#[cfg(feature = "ssr")]
mod words;

pub use crate::domain::{LetterNumber, NumberFacts, NumberPattern, PatternFault};
#[cfg(feature = "ssr")]
pub use crate::features::offices::{Acting, Face, Official, PaperSize};
pub use api::CheckLetter;
pub use model::{Event, Handover, Letter, Reason, Standing, State};
pub use pages::LetterFacsimile;
pub use token::{NotAToken, Token};
pub use views::{Across, CheckView, CheckedAt, CheckedLetter, Facsimile, FacsimilePart};
pub use void_reason::VoidReason;

#[cfg(feature = "ssr")]
pub use acts::CrossOut;
#[cfg(feature = "ssr")]
pub use answer::Answer;
#[cfg(feature = "ssr")]
pub use certificate::{CERTIFICATE, Certificate, Course};
#[cfg(feature = "ssr")]
pub use checking::checked;
#[cfg(feature = "ssr")]
pub use data::{LetterData, Office, PROVINCE, Paper, Person, REGENCY, Seal, Stage};
#[cfg(feature = "ssr")]
pub use draft::DraftLetter;
#[cfg(feature = "ssr")]
pub use f103::{F103, Mover, Place};
#[cfg(feature = "ssr")]
pub use facsimile::{Numbers, facsimile};
#[cfg(feature = "ssr")]
pub use frozen::{FrozenLetter, OtherTemplate, hex, unhex};
#[cfg(feature = "ssr")]
pub use job::{Crest, certificates_job, f103_job, letter_job};
#[cfg(feature = "ssr")]
pub use lookup::TokenHash;
#[cfg(feature = "ssr")]
pub use qr::{check_address, qr_svg};
#[cfg(feature = "ssr")]
pub use render::{RENDER, Render, Renderer};
#[cfg(feature = "ssr")]
pub use sheets::CertificateSheets;
#[cfg(feature = "ssr")]
pub use signer::{Cosigner, Delegation, Signer};
#[cfg(feature = "ssr")]
pub use store::{
    BookLine, Month, NewLetter, Outcome, PAGE as BOOK_PAGE, PdfFile, StoredLetter, Successor, book, frozen as frozen_letter,
    insert as insert_letter, letter as stored_letter, letters as stored_letters, letters_of_month, numbered as letter_numbered,
    save as save_letter, standing as standing_letters, successor, valid as valid_letters,
};
#[cfg(feature = "ssr")]
pub use template::{Template, template};
#[cfg(test)]
pub(crate) use words::places;
