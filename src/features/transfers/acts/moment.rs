//! What every act on a move leaves behind.

use serde::{Deserialize, Serialize};

use crate::domain::LetterId;
use crate::features::transfers::Transfer;
use crate::server::act::{Change, Message, Object};

/// What an answer leaves in the outbox: whoever carries it tells the office that sent the move.
pub const ANSWER: &str = "transfers.answer";

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Answer {
    pub transfer: LetterId,
}

/// A move is in another state.
pub fn changed(transfer: &Transfer) -> Change<()> {
    Change::of(Object::new("transfer", transfer.id), ()).fields(&["state"])
}

/// A move was answered. There is one answer, so there is one message.
pub fn answered(transfer: &Transfer) -> Change<()> {
    changed(transfer).tell(Message::new(ANSWER, transfer.id, &Answer { transfer: transfer.id }))
}
