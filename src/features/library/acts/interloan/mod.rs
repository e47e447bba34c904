//! The steps of a loan between two libraries: each done by the one whose turn it is.

mod ask;
mod cancel;
mod close;
mod decline;
mod receive;
mod send;
mod step;
mod turn_home;

pub use ask::AskInterloan;
pub use cancel::CancelInterloan;
pub use close::CloseInterloan;
pub use decline::DeclineInterloan;
pub use receive::ReceiveInterloan;
pub use send::SendInterloan;
pub use turn_home::ReturnInterloan;
