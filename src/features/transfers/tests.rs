//! The story of somebody who moves from Tamansari to Kampungbaru, refusals first, on both databases.

mod answering;
mod arriving;
mod broken_off;
mod closed;
mod consent;
mod copies;
mod helpers;
mod isolation;
mod out_of_the_regency;
mod retention;
mod revoking;
mod screens;
mod sending;
mod speed;
