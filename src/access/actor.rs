use super::{Role, Unit};
use crate::domain::{AccountId, MembershipId};

/// Who is asking: nobody known, or one person under one hat. Made by `server::session` from the
/// session's row and by nothing else; a test of the architecture lists the callers of [`Actor::new`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    hat: Option<Hat>,
    stepped_up: bool,
}

/// A person and the one role under which they act now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hat {
    pub account: AccountId,
    /// `None` for a resident, who acts for nobody but themselves.
    pub membership: Option<(MembershipId, Role, Unit)>,
}

impl Actor {
    /// `stepped_up`: the second factor was shown in the last five minutes.
    pub const fn new(hat: Hat, stepped_up: bool) -> Self {
        Self { hat: Some(hat), stepped_up }
    }

    pub const fn anonymous() -> Self {
        Self { hat: None, stepped_up: false }
    }

    pub fn account(&self) -> Option<AccountId> {
        self.hat.map(|hat| hat.account)
    }

    /// Enough of the account to tell two people at one phone apart, and too little to name anybody.
    pub fn mark(&self) -> Option<u32> {
        self.account().and_then(|account| u32::try_from(account.as_u128() & u128::from(u32::MAX)).ok())
    }

    pub fn role(&self) -> Role {
        match self.hat {
            None => Role::Anonymous,
            Some(Hat { membership: None, .. }) => Role::Resident,
            Some(Hat { membership: Some((_, role, _)), .. }) => role,
        }
    }

    pub fn unit(&self) -> Option<Unit> {
        self.hat?.membership.map(|(_, _, unit)| unit)
    }

    pub fn hat(&self) -> Option<Hat> {
        self.hat
    }

    pub const fn stepped_up(&self) -> bool {
        self.stepped_up
    }
}
