//! People and their rights, as acts see them.

use zeroize::Zeroizing;

use crate::access::{Role, Unit};
use crate::domain::{AccountId, Instant, MembershipId, Phone, Version};
use crate::server::session::password::Grade;
use crate::text::Lang;

/// A person who can sign in.
#[derive(Clone)]
pub struct Account {
    pub id: AccountId,
    /// `None` until a new resident has said it.
    pub name: Option<String>,
    pub phone: Phone,
    pub staff_name: Option<String>,
    pub password: Option<String>,
    /// The secret of the second factor.
    pub totp: Option<Zeroizing<Vec<u8>>>,
    pub totp_step: Option<i64>,
    pub language: Lang,
    pub disabled: bool,
    pub version: Version,
}

impl Account {
    /// Has set up what staff sign in with.
    pub fn is_enrolled(&self) -> bool {
        self.totp.is_some() && self.password.as_deref().is_some_and(|stored| Grade::Staff.made(stored))
    }
}

/// A right to act for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    pub id: MembershipId,
    pub account: AccountId,
    pub unit: Unit,
    pub role: Role,
    pub valid_from: Instant,
    pub valid_to: Option<Instant>,
}

impl Membership {
    pub fn valid_at(&self, now: Instant) -> bool {
        self.valid_from <= now && self.valid_to.is_none_or(|end| now < end)
    }
}
