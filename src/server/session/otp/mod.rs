//! Codes of six digits that are sent to a phone, and how they reach it.

mod challenge;
mod channel;
mod gateway;
mod slip;

pub use challenge::{CODE_LIVES, Challenge, Proof, ask, open, prove};
pub use channel::Channel;
pub use gateway::{DemoGateway, OtpGateway, SlipsOnly};
pub use slip::SlipCode;
