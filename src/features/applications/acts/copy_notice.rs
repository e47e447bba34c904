//! What a letter that lets somebody move leaves in the outbox for the camat.
//!
//! No consent is asked for: telling the kecamatan that somebody has moved is a task of the government,
//! and nothing personal goes there beyond initials. What needs consent is the copy of the data that the
//! office of destination has, and that is another message (`moment::CARRY`).

use serde::{Deserialize, Serialize};

use crate::access::ActName;
use crate::domain::LetterId;
use crate::server::act::Message;

/// Whoever carries it makes the kecamatan of both places know what the letter is now.
pub const COPY: &str = "copies.carry";

/// An identity only: whoever carries it reads the rest again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Copied {
    pub letter: LetterId,
}

/// `after` is what has happened to the letter: each happening is carried once.
pub fn copy_notice(letter: LetterId, after: ActName) -> Message {
    Message::new(COPY, [&letter.to_string(), "|", after.code()].concat(), &Copied { letter })
}
