//! A photo that proves an answer: when and where it was taken, as far as the phone says.

use serde::{Deserialize, Serialize};

use super::When;
use crate::domain::{AccountId, BlobId, Day, Instant, Pin};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub id: BlobId,
    /// The name of its file at its office. Nobody outside is told it.
    pub file: String,
    pub sizes: [(u32, u32); 3],
    /// `#c8a165`: seen while the photo comes.
    pub colour: String,
    pub by: AccountId,
    pub added_at: Instant,
    /// When it was taken: as the office says, else as the camera does.
    pub taken: Option<Day>,
    /// By day or by night, as the office says, where the item tells them apart.
    #[serde(default)]
    pub when: When,
    /// What the camera itself has written, whose clock may be wrong by years.
    #[serde(default)]
    pub camera: Option<Day>,
    pub place: Option<Place>,
    /// Metres to the office, once it has said where it stands.
    pub metres: Option<u32>,
    /// What was doubtful when it came.
    pub doubts: Vec<Doubt>,
    /// It looks like a photo of another office or period: for whoever reviews, and never told to the office.
    #[serde(default)]
    pub resembles: bool,
    /// Why it is from elsewhere, or from another time.
    pub reason: String,
    /// The office has said that whoever can be recognised on it agrees, or that nobody can be. One that came before
    /// that was asked is shown to nobody outside.
    #[serde(default)]
    pub agreed: bool,
    /// Of a photo that was accepted in the last period and serves once more: what that period was called.
    #[serde(default)]
    pub period: Option<String>,
}

/// Where a phone says that it is, and within how many metres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub pin: Pin,
    /// Metres.
    pub within: u32,
}

/// What is doubtful about a photo: its reviewer sees it, and its officer has to say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The phone does not say when it was taken.
    NoTime,
    /// Before the period began, or in the future: a clock that is wrong by years, too.
    OutsidePeriod,
    /// The phone does not say where it was taken.
    NoPlace,
    /// The camera has written another day than the office says; no reason is asked for, because nobody may know it.
    OtherDay,
    /// More than [`NEAR`] metres from the office, whatever the phone's own doubt.
    FarAway,
}

/// Metres within which a photo is of the office.
pub const NEAR: u32 = 200;
/// Of a doubt of the phone itself so much is forgiven. Whoever is less sure than that knows no place: a number that is
/// typed switches no rule off.
const MOST_UNSURE: u32 = 100;

impl Evidence {
    /// Photos of one item.
    pub const MOST: usize = 6;
}

/// What is doubtful about a photo of this time and place. `office`: where the office stands, once it has
/// said so; before that no place is doubted.
pub fn doubts(taken: Option<Day>, place: Option<Place>, period: (Day, Day), office: Option<Pin>) -> Vec<Doubt> {
    let time = match taken {
        None => Some(Doubt::NoTime),
        Some(day) if day < period.0 || day > period.1 => Some(Doubt::OutsidePeriod),
        Some(_) => None,
    };
    let place = match (office, place) {
        (None, _) => None,
        (Some(_), None) => Some(Doubt::NoPlace),
        (Some(_), Some(place)) if place.within > MOST_UNSURE => Some(Doubt::NoPlace),
        (Some(office), Some(place)) => (office.metres_to(place.pin) > NEAR + place.within).then_some(Doubt::FarAway),
    };
    time.into_iter().chain(place).collect()
}

/// Whether the camera contradicts what the office says. A day is forgiven: midnight, and clocks of other zones.
pub fn other_day(said: Option<Day>, camera: Option<Day>) -> Option<Doubt> {
    let (said, camera) = said.zip(camera)?;
    (said.number().abs_diff(camera.number()) > 1).then_some(Doubt::OtherDay)
}

impl Place {
    /// Reads what a phone writes into the form: latitude, longitude, and within how many metres; the last may
    /// be left out by a person, who is then taken at their word. Outside of Indonesia it is a slip.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut parts = typed.split(',');
        let pin = Pin::parse(&[parts.next()?, ",", parts.next()?].concat())?;
        let within = parts.next().map_or(Some(0), |metres| metres.trim().split('.').next()?.parse().ok())?;
        parts.next().is_none().then_some(Self { pin, within })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: Pin = Pin { latitude: -8_219_000, longitude: 114_369_000 };

    fn north(millionths: i32, within: u32) -> Place {
        Place { pin: Pin { latitude: OFFICE.latitude + millionths, ..OFFICE }, within }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn a_photo_without_time_or_place_from_another_time_or_from_home_is_doubted() {
        let period = (day("2026-11-01"), day("2026-12-12"));
        let found = |taken: Option<&str>, place| doubts(taken.map(day), place, period, Some(OFFICE));
        let (home, gate) = (north(3_000, 10), north(1_500, 10));
        assert_eq!(found(Some("2026-11-20"), Some(gate)), []);
        assert_eq!(found(None, None), [Doubt::NoTime, Doubt::NoPlace]);
        assert_eq!(found(Some("2026-10-31"), Some(gate)), [Doubt::OutsidePeriod]);
        assert_eq!(found(Some("2031-01-01"), Some(gate)), [Doubt::OutsidePeriod], "a clock that is wrong by years");
        assert_eq!(found(Some("2026-11-20"), Some(home)), [Doubt::FarAway]);
        assert_eq!(found(Some("2026-11-20"), Some(north(2_500, 100))), [], "the phone itself is not sure");
        assert_eq!(found(Some("2026-11-20"), Some(north(3_000, 99_999))), [Doubt::NoPlace], "nor does it know where it is");
        assert_eq!(doubts(Some(day("2026-11-20")), None, period, None), [], "nobody has said where the office stands");
    }

    #[test]
    fn a_camera_that_says_another_day_is_a_doubt_and_one_that_says_nothing_is_none() {
        let found = |said: Option<&str>, camera: Option<&str>| other_day(said.map(day), camera.map(day));
        assert_eq!(found(Some("2026-11-20"), Some("2019-01-01")), Some(Doubt::OtherDay), "a clock that is wrong by years");
        assert_eq!(found(Some("2026-11-20"), Some("2026-11-22")), Some(Doubt::OtherDay));
        assert_eq!(found(Some("2026-11-20"), Some("2026-11-21")), None, "midnight");
        assert_eq!(found(Some("2026-11-20"), None), None);
        assert_eq!(found(None, Some("2019-01-01")), None, "the camera is taken at its word, and asked about by its day");
    }

    #[test]
    fn a_place_is_read_as_a_phone_writes_it() {
        assert_eq!(Place::parse("-8.21900,114.36900,12"), Some(north(0, 12)));
        assert_eq!(Place::parse(" -8.219, 114.369 , 12.7 "), Some(north(0, 12)));
        assert_eq!(Place::parse("-8.219,114.369"), Some(north(0, 0)));
        for wrong in ["", "-8.219", "114.369,-8.219,12", "-8.219,114.369,dekat", "-8.219,114.369,12,1", "-8.219,114.369,-3"] {
            assert_eq!(Place::parse(wrong), None, "{wrong}");
        }
    }
}
