//! Letters: number, signature, paper, and the check that anyone can make.

mod model;
mod number;
mod token;

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
mod data;
#[cfg(feature = "ssr")]
mod job;
#[cfg(feature = "ssr")]
mod lookup;
#[cfg(feature = "ssr")]
mod qr;
#[cfg(feature = "ssr")]
mod signer;
#[cfg(feature = "ssr")]
mod template;
#[cfg(feature = "ssr")]
mod template_json;
#[cfg(feature = "ssr")]
mod unbroken;

pub use model::{Event, Handover, Letter, Reason, Standing, State};
pub use number::{LetterNumber, NumberFacts, NumberPattern, PatternFault};
pub use token::{NotAToken, Token};

#[cfg(feature = "ssr")]
pub use answer::Answer;
#[cfg(feature = "ssr")]
pub use data::{Face, LetterData, Office, Paper, PaperSize, Person, Seal, Stage};
#[cfg(feature = "ssr")]
pub use job::{Crest, letter_job};
#[cfg(feature = "ssr")]
pub use lookup::TokenHash;
#[cfg(feature = "ssr")]
pub use qr::{check_address, qr_svg};
#[cfg(feature = "ssr")]
pub use signer::{Acting, Cosigner, Delegation, Official, Signer};
#[cfg(feature = "ssr")]
pub use template::{Template, template};
