//! People and their rights, as acts see them.

use zeroize::Zeroizing;

use crate::access::{Role, Unit};
use crate::domain::{AccountId, EnrolmentId, Instant, Lang, MembershipId, Phone, SlipId, Version};

/// A person who can sign in.
#[derive(Clone)]
pub struct Account {
    pub id: AccountId,
    /// `None` until a new resident has said it.
    pub name: Option<String>,
    pub phone: Phone,
    pub staff_name: Option<String>,
    /// As stored.
    pub password: Option<String>,
    /// The secret of the second factor.
    pub totp: Option<Zeroizing<Vec<u8>>>,
    pub totp_step: Option<i64>,
    /// Has set up what staff sign in with.
    pub enrolled: bool,
    pub language: Lang,
    pub disabled: bool,
    pub version: Version,
}

/// An account that is about to be.
#[derive(Clone)]
pub struct NewAccount {
    pub id: AccountId,
    pub phone: Phone,
    pub name: Option<String>,
    pub staff_name: Option<String>,
    pub language: Lang,
    /// Password as stored, and secret: set at once for the people of a demonstration alone.
    pub enrolled: Option<(String, Vec<u8>)>,
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

/// Somebody who works for an office, as others of the house may know them: no phone, no factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    pub account: AccountId,
    /// Empty until they have said it.
    pub name: String,
    pub role: Role,
    pub unit: Unit,
}

/// A right that is about to be, valid from now on.
#[derive(Clone, Copy)]
pub struct NewRight {
    pub id: MembershipId,
    pub account: AccountId,
    pub unit: Unit,
    pub role: Role,
}

/// A one-time code for a member of staff.
#[derive(Clone)]
pub struct NewCode {
    pub id: EnrolmentId,
    pub account: AccountId,
    /// Twelve letters and digits, 60 bits.
    pub code: String,
    /// A new second factor too, where the person has one.
    pub new_factor: bool,
}

/// A one-time code that is neither used nor too old, and whose it is.
pub struct Enrolment {
    pub id: EnrolmentId,
    pub person: Account,
    /// The second factor that is being set up; `None` while the old one stays.
    pub secret: Option<Zeroizing<Vec<u8>>>,
    pub new_factor: bool,
}

impl Enrolment {
    /// Whether a second factor is set up too, and not only a password.
    pub fn wants_a_factor(&self) -> bool {
        self.new_factor || self.person.totp.is_none()
    }

    /// The secret whose code has to be shown.
    pub fn factor(&self) -> Option<&[u8]> {
        self.secret.as_ref().or(self.person.totp.as_ref()).map(|secret| secret.as_slice())
    }
}

/// A code for a phone whose owner stands at the counter.
#[derive(Clone)]
pub struct NewSlip {
    pub id: SlipId,
    pub phone: Phone,
    pub code: String,
    pub printed_by: AccountId,
}
