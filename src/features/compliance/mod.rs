//! The 13 items: an office answers and proves, a reviewer judges, everybody reads what came of it.

pub mod campaigns;
pub mod public;
pub mod review;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod album;
#[cfg(feature = "ssr")]
mod assessment;
#[cfg(feature = "ssr")]
mod campaign;
#[cfg(feature = "ssr")]
mod counters;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
mod entity;
#[cfg(feature = "ssr")]
mod event;
#[cfg(feature = "ssr")]
mod evidence;
#[cfg(feature = "ssr")]
mod files;
#[cfg(feature = "ssr")]
mod history;
#[cfg(feature = "ssr")]
mod icon;
#[cfg(feature = "ssr")]
mod instrument;
#[cfg(feature = "ssr")]
mod living;
#[cfg(feature = "ssr")]
mod plan;
#[cfg(feature = "ssr")]
mod planned;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod practice;
#[cfg(feature = "ssr")]
mod proof;
#[cfg(feature = "ssr")]
mod reuse;
#[cfg(feature = "ssr")]
mod score;
#[cfg(feature = "ssr")]
mod shown;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(test)]
mod tests;
pub mod versions;
pub mod village;
#[cfg(feature = "ssr")]
mod weighed;

#[cfg(feature = "ssr")]
pub use album::{Album, AlikePhoto, PhotoMark, digest_of};
#[cfg(feature = "ssr")]
pub use assessment::{Answer, Assessment, Mark, Progress, Stage, Verdict, verdicts};
#[cfg(feature = "ssr")]
pub use campaign::{Campaign, CampaignState, Reviewer, Seat, assign, hears};
#[cfg(feature = "ssr")]
pub use counters::{counts_of_office, counts_of_regency, days_left};
#[cfg(feature = "ssr")]
pub use event::{Event, Happened};
#[cfg(feature = "ssr")]
pub use evidence::{Doubt, Evidence, NEAR, Place, doubts, other_day};
#[cfg(feature = "ssr")]
pub use files::{EvidenceFile, FileKind};
#[cfg(feature = "ssr")]
pub use icon::ItemIcon;
#[cfg(feature = "ssr")]
pub use instrument::{Aspect, FigureName, Instrument, Item, Provenance, Said, Wanted, When};
#[cfg(feature = "ssr")]
pub use living::{LiveFigure, living, note_figures};
#[cfg(feature = "ssr")]
pub use plan::{ActivityCode, Plan, Undertaking, asks_for_a_plan};
#[cfg(feature = "ssr")]
pub use planned::{code_label, mark_of_plan, note_of_plan};
#[cfg(feature = "ssr")]
pub use practice::practice_period;
#[cfg(feature = "ssr")]
pub use proof::{Asked, Proof};
#[cfg(feature = "ssr")]
pub use reuse::{Before, Lasting, Records};
#[cfg(feature = "ssr")]
pub use score::{Class, Outcome, Score};
#[cfg(feature = "ssr")]
pub use shown::{ShownFile, ShownItem, ShownPhoto, read_shown, shown};
#[cfg(feature = "ssr")]
pub use weighed::{SecondLooks, claims, doubtful, second_looks, sign};
