//! From a request to who is asking: sessions, codes, second factors, and how often one may try.
//!
//! A session is a row; the browser holds a random token, we its hash. Each request reads session,
//! account and membership at once, so a right that was taken away is gone at the next request. A
//! session's row is written when it begins; later only single columns are, and only while it lives.

mod asking;
mod begin;
mod budget;
mod client;
pub mod cookie;
mod doors;
mod end;
mod entity;
mod failures;
mod limits;
mod list;
pub mod otp;
pub mod password;
mod practice_ticket;
mod standing;
#[cfg(test)]
mod tests;
mod token;
pub mod totp;
mod touch;

pub use asking::{
    actor, asking, client, doors, engine, forget_storage, hand_out, inside_the_app, last_ended, standing, take_back, token, welcome,
};
pub use begin::{Begun, Entry, begin};
pub use budget::{Budget, spend};
pub use client::{Client, Peer, client as client_layer};
pub use doors::Doors;
pub use end::{Ended, end, end_all};
pub use failures::{forgive, try_once};
pub use limits::{AuthLevel, Limits, STEP_UP};
pub use list::{LiveSession, how_it_ended, live_sessions, staff_seen_since};
pub use practice_ticket::PracticeTicket;
pub use standing::{Standing, look_up};
pub use token::{Token, TokenHash};
pub use touch::touch;
