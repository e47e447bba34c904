use crate::access::Role;

/// How somebody has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuthLevel {
    /// A code sent to their phone, or a resident's password.
    Phone = 1,
    /// Password and second factor.
    TwoFactors = 2,
}

impl AuthLevel {
    pub(super) fn from_stored(level: i64) -> Self {
        if level >= 2 { Self::TwoFactors } else { Self::Phone }
    }
}

/// How long a session lives, in seconds, and how many a person may have at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub idle: i64,
    pub absolute: i64,
    pub at_once: usize,
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A second factor that was shown this long ago is fresh enough to sign, to reveal, to export, and to
/// change roles or factors.
pub const STEP_UP: i64 = 5 * MINUTE;

/// A session notes at most this often that it is used.
pub(super) const TOUCH: i64 = 5 * MINUTE;

impl Limits {
    /// `level` decides for who is between hats: the office's PC is no phone in a pocket.
    pub const fn of(role: Role, level: AuthLevel) -> Self {
        match (role, level) {
            (Role::Head | Role::RegencyAdmin, _) => Self { idle: 15 * MINUTE, absolute: 8 * HOUR, at_once: 3 },
            (Role::Operator | Role::Verifier | Role::Camat | Role::Reviewer, _) | (_, AuthLevel::TwoFactors) => {
                Self { idle: 30 * MINUTE, absolute: 10 * HOUR, at_once: 3 }
            }
            (Role::Anonymous | Role::Resident, AuthLevel::Phone) => Self { idle: 14 * DAY, absolute: 90 * DAY, at_once: 5 },
        }
    }
}
