use crate::access::{Code, Refusal};
use crate::domain::{Instant, ListingId, OfficeCode, Phone};
use crate::server::session::{Token, TokenHash};

/// A way to a shop that its office gives to its seller: good once, for one phone, for some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SellerLink {
    pub hash: TokenHash,
    pub office: OfficeCode,
    pub shop: ListingId,
    /// Under which its phone is found again.
    pub phone: [u8; 16],
    pub until: Instant,
    pub taken: bool,
}

/// What the office may look at again, while nobody has taken it.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenLink {
    pub token: Token,
    pub phone: Phone,
    /// As the shop was called when the link was made; empty where that was not noted yet.
    pub shop: String,
    pub until: Instant,
}

/// Seconds for which a link is good: a week, in which a seller comes by.
pub const LIVES: i64 = 7 * 24 * 3600;

impl SellerLink {
    /// Whether whoever has this phone may take the shop now. Who has forwarded the link, and to whom, is told
    /// nothing of the shop: the phone is looked at first.
    ///
    /// # Errors
    /// `Conflict`: made for another phone, taken before, or too old.
    pub fn opens_for(&self, phone: [u8; 16], now: Instant) -> Result<(), Refusal> {
        let hindrance = match () {
            () if self.phone != phone => Code::LinkForAnother,
            () if self.taken => Code::LinkTaken,
            () if self.until <= now => Code::LinkExpired,
            () => return Ok(()),
        };
        Err(Refusal::Conflict(hindrance))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::clock::Entropy;

    #[test]
    fn a_link_opens_once_for_its_phone_and_for_a_week() {
        let begin = Instant::from_micros(0);
        let link = SellerLink {
            hash: Token::draw(&Entropy::system()).hash(),
            office: 3_510_242_008.try_into().expect("a code"),
            shop: ListingId::from_u128(1),
            phone: [1; 16],
            until: begin.plus_seconds(LIVES),
            taken: false,
        };
        let refused = |code| Err(Refusal::Conflict(code));
        assert_eq!(link.opens_for([1; 16], begin.plus_seconds(LIVES - 1)), Ok(()));
        assert_eq!(link.opens_for([1; 16], begin.plus_seconds(LIVES)), refused(Code::LinkExpired));
        assert_eq!(link.opens_for([2; 16], begin), refused(Code::LinkForAnother));
        let taken = SellerLink { taken: true, ..link };
        assert_eq!(taken.opens_for([1; 16], begin), refused(Code::LinkTaken));
        assert_eq!(taken.opens_for([2; 16], begin), refused(Code::LinkForAnother), "a stranger learns nothing more");
    }
}
