//! What a training is: all that an office says of it.

use serde::{Deserialize, Serialize};

use super::{Audience, Funding, Link, Quiz, Sessions, Topic};
use crate::access::Refusal;
use crate::domain::Day;
use crate::forms::{ProblemCode, Problems};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    pub title: String,
    pub summary: String,
    pub topic: Topic,
    /// One or more, in the order of their list.
    pub audiences: Vec<Audience>,
    pub organiser: String,
    /// Who speaks; empty for nobody in particular.
    pub speaker: String,
    pub venue: Venue,
    pub sessions: Sessions,
    /// Seats: 1 to [`Outline::MOST_SEATS`]. Whoever comes later waits.
    pub quota: u16,
    /// The last day on which one can enrol; not after the first session.
    pub closes: Day,
    pub funding: Funding,
    /// Material, for those who take part.
    pub links: Vec<Link>,
    pub quiz: Option<Quiz>,
}

impl Outline {
    pub const MOST_SEATS: u16 = 500;

    /// What its parts cannot say of each other.
    ///
    /// # Errors
    /// The quota is none, or the last day to enrol is behind the first session.
    pub fn must_hang_together(&self) -> Result<(), Refusal> {
        let (last, max) = (self.sessions.first_day(), i64::from(Self::MOST_SEATS));
        let (field, code) = match self.quota {
            0 => ("kuota", ProblemCode::TooSmall { min: 1 }),
            quota if quota > Self::MOST_SEATS => ("kuota", ProblemCode::TooLarge { max }),
            _ if self.closes > last => ("tutup", ProblemCode::DayTooLate { last }),
            _ => return Ok(()),
        };
        Err(Refusal::Invalid(Problems::one(field, code)))
    }
}

/// Where it is held: at a place, online, or both, and never nowhere. The link is for those who take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Venue {
    At(String),
    Online(Link),
    Both { place: String, link: Link },
}

impl Venue {
    /// Empty where there is none.
    pub fn place(&self) -> &str {
        match self {
            Self::At(place) | Self::Both { place, .. } => place,
            Self::Online(_) => "",
        }
    }

    pub const fn link(&self) -> Option<&Link> {
        match self {
            Self::Online(link) | Self::Both { link, .. } => Some(link),
            Self::At(_) => None,
        }
    }
}
