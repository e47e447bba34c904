//! Cases: what a resident wants of an office, from the first question to the letter in hand.

mod api;
pub mod desk;
mod event;
pub mod pages;
mod reason;
mod state;
mod transfer;
mod views;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod arriving;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod downloads;
#[cfg(feature = "ssr")]
mod draft_paper;
#[cfg(feature = "ssr")]
mod drafting;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod housekeeping;
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod practice;
#[cfg(feature = "ssr")]
mod promise;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use api::{
    Discard, ReadBegin, ReadCase, ReadCases, ReadFill, ReadSample, ReadTracker, RemoveAttachment, Repair, SaveStep, Start, Submit,
    Withdraw, WithdrawConsent,
};
pub use desk::TodayView;
pub use desk::pages::today_view;
pub use event::{Event, EventKind, EventWords};
pub use reason::{Reason, ReasonCode, Returned, Target};
pub use state::{Channel, IdentitySeen, State};
pub use transfer::TransferState;
pub use views::{
    BeginView, CaseRow, CaseView, CasesView, CheckGroup, CheckLine, CheckView, ConsentView, DraftLink, FillView, Found, Gap, Place,
    PromiseView, RepairView, ReturnView, SampleView, SkpwniView, StepPageView, TimelineRow, TrackerView, TransferView,
};

#[cfg(feature = "ssr")]
pub use crate::features::offices::OfficeHours;
#[cfg(feature = "ssr")]
pub use acts::{CARRY, COPY, Carry, Copied, NoteTransfer, SettleTransfer};
#[cfg(test)]
pub(crate) use arriving::{arrives_at, said_before};
#[cfg(feature = "ssr")]
pub use desk::{Desk, Names, desk as desk_of, refusal_reason, refuse_reasons, today};
#[cfg(feature = "ssr")]
pub use doors::page_of_question;
#[cfg(feature = "ssr")]
pub use downloads::{Paper, office_annex, office_letter, office_skpwni, own_annex, own_letter, own_skpwni};
#[cfg(feature = "ssr")]
pub use draft_paper::{DraftPaper, office_draft};
#[cfg(feature = "ssr")]
pub use housekeeping::{Tidied, tidy};
#[cfg(feature = "ssr")]
pub use model::{Application, Attachment, Lease, NewCase, Skpwni, Snapshot, Stamp, TransferAnswer, TransferMark};
#[cfg(feature = "ssr")]
pub use policy::{Look, decide, look};
#[cfg(feature = "ssr")]
pub use practice::practice_cases;
#[cfg(feature = "ssr")]
pub use promise::Promise;
#[cfg(feature = "ssr")]
pub use read::sample_letter;
#[cfg(feature = "ssr")]
pub use store::signed_online;
