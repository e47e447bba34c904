//! The story of a review of Tamansari, refusals first, on both databases.

mod campaigns;
mod counters;
mod handing_in;
mod helpers;
mod homes;
mod isolation;
mod living;
mod plans;
mod proofs;
mod reuse;
mod review;
mod second;
mod states;
mod story;
mod versions;
mod village;

pub(super) use states::photo_by;
