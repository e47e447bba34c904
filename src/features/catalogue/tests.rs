//! The story of a shop of Tamansari, refusals first, on both databases.

mod clicks;
mod counted;
mod drafts;
mod effect;
mod finding;
mod helpers;
mod isolation;
mod judged;
mod links;
mod looks;
mod photos;
mod reminders;
mod skills;
mod speed;
mod story;
mod table;
