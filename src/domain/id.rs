//! Identities of records: 128 bits, a UUID in writing. The server makes them (version 7, in order of
//! time); a browser only carries them, except the idempotency key, which it draws itself.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The text was not a UUID in its usual hyphenated writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an identity")
    }
}

/// What every identity can do, so that the server can draw and store them without knowing which.
pub trait Identity: Copy + Send + Sync + 'static {
    fn from_bits(bits: u128) -> Self;
    fn bits(self) -> u128;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl $name {
            pub const fn from_u128(bits: u128) -> Self { Self(bits) }
            pub const fn as_u128(self) -> u128 { self.0 }
        }
        impl Identity for $name {
            fn from_bits(bits: u128) -> Self { Self(bits) }
            fn bits(self) -> u128 { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&write(self.0)) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&write(self.0)) }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { read(text).map(Self).ok_or(NotAnId) }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.serialize_str(&write(self.0)) }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'_, str>>::deserialize(from)?;
                text.parse().map_err(|_| de::Error::custom("not an identity"))
            }
        }
    )*};
}

ids! {
    /// A person who can sign in.
    AccountId
    /// A right to act for a unit (an office, a kecamatan, the regency), with dates.
    MembershipId
    /// A one-time code by which a member of staff sets up password and second factor.
    EnrolmentId
    /// A code printed at the counter.
    SlipId
    /// A resident's case.
    ApplicationId
    /// A letter of an office.
    LetterId
    /// A shop or a product.
    ListingId
    /// A period in which offices answer the questions of a review.
    CampaignId
    /// What an office undertakes about an item.
    PlanId
    /// A version of the questions of a review.
    InstrumentId
    /// A book as the whole regency knows it.
    TitleId
    /// One of the books that stand in a library.
    CopyId
    /// Who borrows at a library.
    ReaderId
    /// A copy in a reader's hands, from its handing over to its return.
    LoanId
    /// A reader's place in the queue for a title.
    ReservationId
    /// A training of an office.
    TrainingId
    /// Somebody in a training, from their enrolment on.
    ParticipantId
    /// Going through all shelves of a library once.
    StocktakeId
    /// A copy that goes to another library and comes back.
    InterloanId
    /// A meeting of the reading club of a library.
    MeetingId
    /// A stored, encrypted file.
    BlobId
    /// Drawn once per form: the same key twice is the same wish, answered with the first answer.
    IdemKey
}

const HYPHENS: [usize; 4] = [8, 13, 18, 23];

fn write(bits: u128) -> String {
    let mut text = String::with_capacity(36);
    for place in (0..32).rev() {
        if HYPHENS.contains(&text.len()) {
            text.push('-');
        }
        let digit = (bits >> (place * 4)) as u8 & 0xf;
        text.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
    }
    text
}

fn read(text: &str) -> Option<u128> {
    if text.len() != 36 {
        return None;
    }
    text.bytes().enumerate().try_fold(0_u128, |bits, (at, byte)| match (HYPHENS.contains(&at), byte) {
        (true, b'-') => Some(bits),
        (false, b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F') => char::from(byte).to_digit(16).map(|digit| bits << 4 | u128::from(digit)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_a_uuid_is_refused() {
        for wrong in
            ["", "0", "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f7", "018f2f6e07f5a07c3e09d1a02b3c4d5e6f70", "g18f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70"]
        {
            assert_eq!(wrong.parse::<ApplicationId>(), Err(NotAnId), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn an_id_reads_back_as_it_was_written(bits: u128) {
            let id = ApplicationId::from_u128(bits);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }
    }
}
