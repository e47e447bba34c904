//! Words that everybody shares: each is parsed once, at the edge, and never wrong afterwards.
//!
//! All of this is compiled for the browser too: the standard library and serde, nothing else.

mod card_number;
mod choices;
mod day;
mod day_words;
mod id;
mod instant;
mod isbn;
mod kk_number;
mod lang;
mod letter_number;
mod moving;
mod nik;
mod office_code;
mod person_name;
mod phone;
mod pin;
pub mod printable;
mod reference;
mod rupiah;
mod sex;
mod terbilang;
#[cfg(test)]
pub(crate) mod testing;
mod time_of_day;
mod version;
mod wall_time;

pub use card_number::CardNumberFault;
pub(crate) use choices::choices;
pub use day::{Day, Weekday};
pub use day_words::month_name;
pub use id::{
    AccountId, ApplicationId, BlobId, CampaignId, CopyId, EnrolmentId, IdemKey, Identity, InstrumentId, InterloanId, LetterId, ListingId,
    LoanId, MeetingId, MembershipId, ParticipantId, PlanId, ReaderId, ReservationId, SlipId, StocktakeId, TitleId, TrainingId,
};
pub use instant::Instant;
pub use isbn::{Isbn, NotAnIsbn};
pub use kk_number::KkNumber;
pub use lang::Lang;
pub use letter_number::{LetterNumber, NumberFacts, NumberPattern, PatternFault};
pub use moving::{Destination, MoveClass, MoveKind, OF_AGE};
pub use nik::Nik;
pub use office_code::{OfficeCode, OfficeKind};
pub use person_name::{NameFault, PersonName};
pub use phone::{NotAPhone, Phone};
pub use pin::Pin;
pub use reference::{NotAReference, Reference};
pub use rupiah::{NotRupiah, Rupiah, with_dots};
pub use sex::Sex;
pub use terbilang::terbilang;
pub use time_of_day::TimeOfDay;
pub use version::Version;
pub use wall_time::WallTime;
