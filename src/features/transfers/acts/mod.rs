//! What can be done to a move that comes to an office, one intention a file.

mod accept;
mod call_back;
mod decline;
mod forget;
mod moment;
mod receive;

pub use accept::AcceptTransfer;
pub use call_back::CallBack;
pub use decline::DeclineTransfer;
pub use forget::Forget;
pub use moment::{ANSWER, Answer};
pub use receive::Receive;
