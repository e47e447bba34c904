use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use futures::future::BoxFuture;

use super::Channel;
use crate::access::Refusal;
use crate::domain::Phone;
use crate::server::session::TokenHash;

/// Brings codes to phones. A gateway never keeps a code longer than it takes to send it.
pub trait OtpGateway: Send + Sync {
    /// The ways it knows, the best first. The slip of an office is always one of them.
    fn channels(&self) -> &'static [Channel];

    /// # Errors
    /// `Busy` when the code could not be handed over.
    fn send<'a>(&'a self, challenge: TokenHash, to: &'a Phone, through: Channel, code: &'a str) -> BoxFuture<'a, Result<(), Refusal>>;

    /// The code of a challenge, to be shown on the page: in a demonstration only.
    fn shown(&self, _challenge: TokenHash) -> Option<String> {
        None
    }
}

/// Without an account at a provider, an office can still print slips.
pub struct SlipsOnly;

impl OtpGateway for SlipsOnly {
    fn channels(&self) -> &'static [Channel] {
        &[Channel::Slip]
    }

    fn send<'a>(&'a self, _: TokenHash, _: &'a Phone, _: Channel, _: &'a str) -> BoxFuture<'a, Result<(), Refusal>> {
        Box::pin(async { Err(Refusal::Busy) })
    }
}

/// Shows codes on the page instead of sending them. The server refuses to start so on any address but
/// loopback.
#[derive(Default)]
pub struct DemoGateway(Mutex<VecDeque<(TokenHash, String)>>);

/// More people than this do not try a demonstration at the same time.
const KEPT: usize = 1_000;

impl OtpGateway for DemoGateway {
    fn channels(&self) -> &'static [Channel] {
        &Channel::ALL
    }

    fn send<'a>(&'a self, challenge: TokenHash, _: &'a Phone, _: Channel, code: &'a str) -> BoxFuture<'a, Result<(), Refusal>> {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sent.truncate(KEPT - 1);
        sent.push_front((challenge, code.to_owned()));
        Box::pin(async { Ok(()) })
    }

    fn shown(&self, challenge: TokenHash) -> Option<String> {
        let sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sent.iter().find(|(of, _)| *of == challenge).map(|(_, code)| code.clone())
    }
}
