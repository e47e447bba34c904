use serde::{Deserialize, Serialize};

/// A place, in millionths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    pub latitude: i32,
    pub longitude: i32,
}

const MILLION: i32 = 1_000_000;

impl Pin {
    /// Reads `-8.2192, 114.3691` as maps copy it, and `-8,2192 114,3691` as it is written here. Outside of
    /// Indonesia it is a slip (the two numbers turned round, a minus lost), so it is refused.
    pub fn parse(typed: &str) -> Option<Self> {
        let split = if typed.contains('.') { typed.split_once(',')? } else { typed.trim().split_once([' ', ';'])? };
        let [latitude, longitude] = [split.0, split.1].map(|number| degrees(number.trim().trim_end_matches(',')));
        let pin = Self { latitude: latitude?, longitude: longitude? };
        let here = (-11 * MILLION..=6 * MILLION).contains(&pin.latitude) && (95 * MILLION..=141 * MILLION).contains(&pin.longitude);
        here.then_some(pin)
    }

    /// Reads `-8.219,114.369`, wherever on earth that is: somebody may look from abroad.
    pub fn anywhere(typed: &str) -> Option<Self> {
        let (latitude, longitude) = typed.split_once(',')?;
        let pin = Self { latitude: degrees(latitude)?, longitude: degrees(longitude)? };
        let there = pin.latitude.abs() <= 90 * MILLION && pin.longitude.abs() <= 180 * MILLION;
        there.then_some(pin)
    }

    /// How far it is to another place near Banyuwangi: a degree of latitude has 110.6 km everywhere, one of
    /// longitude 110.16 km at 8.3 degrees south.
    pub fn metres_to(self, other: Self) -> u32 {
        let apart = |one: i32, two: i32, metres: i64| (i64::from(one) - i64::from(two)) * metres / i64::from(MILLION);
        let (up, along) = (apart(self.latitude, other.latitude, 110_600), apart(self.longitude, other.longitude, 110_160));
        u32::try_from((up * up + along * along).isqrt()).unwrap_or(u32::MAX)
    }

    /// `-8.219200, 114.369100`
    pub fn in_writing(self) -> String {
        [written(self.latitude), written(self.longitude)].join(", ")
    }
}

/// A decimal number with at most six digits behind the point that count.
fn degrees(typed: &str) -> Option<i32> {
    let (negative, digits) = typed.strip_prefix('-').map_or((false, typed), |rest| (true, rest));
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let right = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !right(whole) || !right(part) {
        return None;
    }
    let part: String = part.chars().chain(std::iter::repeat('0')).take(6).collect();
    let number = whole.parse::<i32>().ok()? * MILLION + part.parse::<i32>().ok()?;
    Some(if negative { -number } else { number })
}

fn written(degrees: i32) -> String {
    let (sign, bare) = (if degrees < 0 { "-" } else { "" }, degrees.unsigned_abs());
    let part = (1_000_000 + bare % 1_000_000).to_string();
    [sign, &(bare / 1_000_000).to_string(), ".", &part[1..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_that_is_turned_round_or_elsewhere_is_refused() {
        for wrong in
            ["", "114.3691, -8.2192", "8.2192; 114.3691", "-8.2192", "-8.2192, 12.5", "rumah saya", "-8.2.1, 114.3", "-8.2192, 114.3x"]
        {
            assert_eq!(Pin::parse(wrong), None, "{wrong}");
        }
        let licin = Some(Pin { latitude: -8_219_200, longitude: 114_369_100 });
        for right in ["-8.2192, 114.3691", "-8.2192,114.3691", "-8,2192 114,3691", "-8,2192, 114,3691"] {
            assert_eq!(Pin::parse(right), licin, "{right}");
        }
    }

    #[test]
    fn a_visitor_may_be_anywhere_on_earth_and_nowhere_else() {
        assert_eq!(Pin::anywhere("-8.219,114.369"), Some(Pin { latitude: -8_219_000, longitude: 114_369_000 }));
        assert_eq!(Pin::anywhere("52.37,4.895"), Some(Pin { latitude: 52_370_000, longitude: 4_895_000 }));
        for wrong in ["", "-8.219", "91,114", "-8.219,181", "-8.219,114.369,3", "x,y", "--8,114", "-8.219, 114"] {
            assert_eq!(Pin::anywhere(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn metres_are_metres() {
        let here = Pin { latitude: -8_219_000, longitude: 114_369_000 };
        let north = Pin { latitude: here.latitude + 1_000, ..here };
        let east = Pin { longitude: here.longitude + 1_000, ..here };
        assert_eq!((here.metres_to(north), here.metres_to(east)), (110, 110));
        assert!(here.metres_to(Pin { latitude: 90_000_000, longitude: -180_000_000 }) > 30_000_000);
    }

    proptest! {
        #[test]
        fn a_place_reads_back_as_it_is_written(latitude in -11_000_000..=6_000_000_i32, longitude in 95_000_000..=141_000_000_i32) {
            let pin = Pin { latitude, longitude };
            prop_assert_eq!(Pin::parse(&pin.in_writing()), Some(pin));
        }
    }
}
