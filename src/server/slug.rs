//! Addresses that read like the name of what they lead to.

use crate::domain::Identity;

/// Of the name, so that an address reads; shorter than any name may be.
const LONGEST_NAME: usize = 48;
/// Of the identity, so that two of one name have two addresses. 32^6 is a thousand million.
const TAIL: usize = 6;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// `sale-pisang-gulung-7kq2m9`: given once and kept, so that a link that was shared stays good.
pub fn slug(name: &str, id: impl Identity) -> String {
    let mut slug = String::new();
    for letter in name.chars().take(LONGEST_NAME) {
        match letter {
            _ if letter.is_ascii_alphanumeric() => slug.push(letter.to_ascii_lowercase()),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
    // The last bits of an identity are random; the first are time.
    let bits = id.bits();
    slug.extend((0..TAIL).map(|at| char::from(ALPHABET[(bits >> (5 * at)) as usize % 32])));
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ListingId;
    use proptest::prelude::*;

    #[test]
    fn an_address_reads_like_the_name() {
        assert_eq!(slug("Kopi Robusta \"Ijen\", bubuk", ListingId::from_u128(1)), "kopi-robusta-ijen-bubuk-100000");
        assert_eq!(slug("—", ListingId::from_u128(0)), "000000");
    }

    proptest! {
        #[test]
        fn every_name_gives_an_address_of_small_letters_digits_and_dashes(name in ".{0,120}", bits: u128) {
            let slug = slug(&name, ListingId::from_u128(bits));
            prop_assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            prop_assert!(!slug.contains("--") && !slug.starts_with('-') && slug.len() <= LONGEST_NAME + 1 + TAIL);
        }
    }
}
