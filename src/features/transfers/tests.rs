//! The story of somebody who moves from Tamansari to Kampungbaru, refusals first, on both databases.

mod answering;
mod broken_off;
mod copies;
mod helpers;
mod isolation;
mod revoking;
mod screens;
mod sending;
