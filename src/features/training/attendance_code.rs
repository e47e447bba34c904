//! The code on the wall: six digits that change every fifteen seconds. Whoever reads them off the screen in the room
//! has half a minute to type them; whoever is sent them in a chat is too late. They follow from the office's key,
//! the training, the session and the server's clock, so nothing is stored, and no other clock counts.

use jiff::tz::TimeZone;

use super::Training;
use crate::access::{Code, Refusal};
use crate::domain::{Instant, TrainingId};
use crate::server::clock::moment;
use crate::server::seal::BlindIndex;

/// How long one code is shown.
pub const STEP_SECONDS: i64 = 15;

/// How long before its beginning people may say that they are there.
pub const OPENS_BEFORE_SECONDS: i64 = 30 * 60;

/// A code that was shown no longer ago than this is said to be too old; an older one is as good as any other number.
const REMEMBERED_STEPS: i64 = 40;

/// Six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttendanceCode(u32);

/// Which session a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wall {
    pub training: TrainingId,
    /// Number of the session in its training.
    pub session: u8,
    pub starts: Instant,
    pub ends: Instant,
}

impl AttendanceCode {
    /// As it is typed from the wall: spaces, dots and dashes between the digits count for nothing.
    pub fn parse(typed: &str) -> Option<Self> {
        let digits: String = typed.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '.')).collect();
        let six = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse().ok().filter(|_| six).map(Self)
    }

    /// "048 213"
    pub fn grouped(self) -> String {
        format!("{:03} {:03}", self.0 / 1_000, self.0 % 1_000)
    }

    /// "048213", as in an address.
    pub fn digits(self) -> String {
        format!("{:06}", self.0)
    }
}

impl Wall {
    /// Those of all sessions, on the clock of the office.
    pub fn all(training: &Training, zone: &TimeZone) -> Vec<Self> {
        let wall = |(session, one): (u8, super::Session)| Self {
            training: training.id,
            session,
            starts: moment(one.day, one.from, zone),
            ends: moment(one.day, one.until, zone),
        };
        training.outline.sessions.numbered().map(wall).collect()
    }

    /// What the screen shows now.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn shown(&self, key: &BlindIndex, now: Instant) -> Result<AttendanceCode, Refusal> {
        self.open(now)?;
        Ok(self.code(key, step(now)))
    }

    /// Whether this code stands on the wall, or stood there until a moment ago: it is taken for at most thirty seconds
    /// after it first appeared, and for at least fifteen.
    ///
    /// # Errors
    /// `Conflict`: `SessionNotOpen`, `SessionOver`, `CodeTooOld` for what was shown minutes ago, `CodeNotShown`.
    pub fn take(&self, key: &BlindIndex, typed: AttendanceCode, now: Instant) -> Result<(), Refusal> {
        self.open(now)?;
        let shown_ago = |steps: &i64| self.code(key, step(now) - steps) == typed;
        match (0..REMEMBERED_STEPS).find(shown_ago) {
            Some(0 | 1) => Ok(()),
            Some(_) => Err(Refusal::Conflict(Code::CodeTooOld)),
            None => Err(Refusal::Conflict(Code::CodeNotShown)),
        }
    }

    /// # Errors
    /// `Conflict`: `SessionNotOpen`, `SessionOver`.
    pub fn open(&self, now: Instant) -> Result<(), Refusal> {
        if now < self.starts.plus_seconds(-OPENS_BEFORE_SECONDS) {
            return Err(Refusal::Conflict(Code::SessionNotOpen));
        }
        if now >= self.ends { Err(Refusal::Conflict(Code::SessionOver)) } else { Ok(()) }
    }

    /// Keyed: who knows one code, or all of yesterday, knows nothing of the next. That 2^64 is no multiple of a million
    /// favours some codes by one part in ten million millions.
    fn code(&self, key: &BlindIndex, step: i64) -> AttendanceCode {
        let tag = key.of("training.attendance", &[self.training.to_string(), self.session.to_string(), step.to_string()].join("|"));
        let (first, _) = tag.split_first_chunk::<8>().expect("16 bytes hold 8");
        AttendanceCode(u32::try_from(u64::from_be_bytes(*first) % 1_000_000).unwrap_or_default())
    }
}

/// The session whose wall shows this code: one may begin to take attendance before the one before it ends.
///
/// # Errors
/// As [`Wall::take`]; `SessionNotOpen` between two sessions, `SessionOver` after the last.
pub fn session_of(walls: &[Wall], key: &BlindIndex, typed: AttendanceCode, now: Instant) -> Result<u8, Refusal> {
    let all = || walls.iter().map(|wall| wall.take(key, typed, now).map(|()| wall.session));
    let rank = |answer: &Result<u8, Refusal>| match answer {
        Ok(_) => 0,
        Err(Refusal::Conflict(Code::CodeTooOld)) => 1,
        Err(Refusal::Conflict(Code::CodeNotShown)) => 2,
        Err(Refusal::Conflict(Code::SessionNotOpen)) => 3,
        Err(_) => 4,
    };
    all().min_by_key(rank).unwrap_or(Err(Refusal::NotFound))
}

/// Whole seconds until the screen shows another code: 1 to [`STEP_SECONDS`].
pub fn seconds_left(now: Instant) -> i64 {
    STEP_SECONDS - now.micros().div_euclid(1_000_000).rem_euclid(STEP_SECONDS)
}

fn step(now: Instant) -> i64 {
    now.micros().div_euclid(STEP_SECONDS * 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::seal::{Keys, RootKey};
    use proptest::prelude::*;

    /// Divides by fifteen: a code appears at this second.
    const NINE: i64 = 1_795_575_600;
    const TOO_OLD: Result<(), Refusal> = Err(Refusal::Conflict(Code::CodeTooOld));
    const NOT_SHOWN: Result<(), Refusal> = Err(Refusal::Conflict(Code::CodeNotShown));
    const NOT_OPEN: Result<(), Refusal> = Err(Refusal::Conflict(Code::SessionNotOpen));
    const OVER: Result<(), Refusal> = Err(Refusal::Conflict(Code::SessionOver));

    fn at(seconds: i64, micros: i64) -> Instant {
        Instant::from_micros((NINE + seconds) * 1_000_000 + micros)
    }

    fn wall() -> Wall {
        Wall { training: TrainingId::from_u128(7), session: 1, starts: at(0, 0), ends: at(7_200, 0) }
    }

    fn key(root: u8, office: i64) -> BlindIndex {
        Keys::new(&RootKey::from_bytes([root; 32]), &[]).blind_index(office)
    }

    #[test]
    fn a_code_is_taken_while_it_is_shown_and_for_fifteen_seconds_more() {
        let key = key(1, 3_510_242_008);
        let code = wall().shown(&key, at(60, 0)).expect("a code");
        for (seconds, micros, taken) in [
            (60, -1, NOT_SHOWN),
            (60, 0, Ok(())),
            (74, 999_999, Ok(())),
            (75, 0, Ok(())),
            (89, 999_999, Ok(())),
            (90, 0, TOO_OLD),
            (91, 0, TOO_OLD),
            (600, 0, TOO_OLD),
            (660, 0, NOT_SHOWN),
        ] {
            assert_eq!(wall().take(&key, code, at(seconds, micros)), taken, "{seconds} s {micros} µs");
        }
    }

    /// A phone that is an hour wrong changes nothing: it is never asked. A server that is set back shows older codes,
    /// and takes those.
    #[test]
    fn only_the_clock_of_the_server_counts() {
        let key = key(1, 3_510_242_008);
        let later = wall().shown(&key, at(120, 0)).expect("a code");
        assert_eq!(wall().take(&key, later, at(104, 0)), NOT_SHOWN, "not shown yet");
        let earlier = wall().shown(&key, at(104, 0)).expect("a code");
        assert_eq!(wall().take(&key, earlier, at(104, 0)), Ok(()));
    }

    #[test]
    fn a_session_is_open_from_half_an_hour_before_it_until_it_ends() {
        let key = key(1, 3_510_242_008);
        for (seconds, micros, open) in
            [(-1_800, -1, NOT_OPEN), (-1_800, 0, Ok(())), (0, 0, Ok(())), (7_199, 999_999, Ok(())), (7_200, 0, OVER), (90_000, 0, OVER)]
        {
            assert_eq!(wall().open(at(seconds, micros)), open, "{seconds}");
            assert_eq!(wall().shown(&key, at(seconds, micros)).map(drop), open, "{seconds}");
        }
        let last = wall().shown(&key, at(7_199, 0)).expect("a code");
        assert_eq!(wall().take(&key, last, at(7_200, 0)), OVER, "a right code after the end");
        assert_eq!(wall().take(&key, last, at(-2_000, 0)), NOT_OPEN);
    }

    #[test]
    fn a_code_is_of_one_session_of_one_training_of_one_office() {
        let here = key(1, 3_510_242_008);
        let code = wall().shown(&here, at(60, 0)).expect("a code");
        let others = [Wall { training: TrainingId::from_u128(8), ..wall() }, Wall { session: 2, ..wall() }];
        for other in others {
            assert_eq!(other.take(&here, code, at(60, 0)), NOT_SHOWN, "{other:?}");
        }
        for key in [key(1, 3_510_161_002), key(2, 3_510_242_008)] {
            assert_eq!(wall().take(&key, code, at(60, 0)), NOT_SHOWN);
        }
    }

    #[test]
    fn what_is_typed_from_the_wall_is_read_with_its_usual_slips() {
        let code = AttendanceCode(48_213);
        assert_eq!((code.grouped().as_str(), code.digits().as_str()), ("048 213", "048213"));
        for typed in ["048213", "048 213", " 048-213 ", "048.213", "0 4 8 2 1 3", "048\u{a0}213"] {
            assert_eq!(AttendanceCode::parse(typed), Some(code), "{typed}");
        }
        for wrong in ["", "48213", "0482133", "O48213", "048 21", "+48213", "٠٤٨٢١٣", "048213;"] {
            assert_eq!(AttendanceCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn of_several_sessions_the_one_whose_wall_shows_it_is_meant() {
        let key = key(1, 3_510_242_008);
        let walls = [wall(), Wall { session: 2, starts: at(8_000, 0), ends: at(9_000, 0), ..wall() }];
        let first = walls[0].shown(&key, at(7_000, 0)).expect("a code");
        let second = walls[1].shown(&key, at(7_000, 0)).expect("a code: it opens half an hour before");
        assert_eq!((session_of(&walls, &key, first, at(7_000, 0)), session_of(&walls, &key, second, at(7_000, 0))), (Ok(1), Ok(2)));
        let refused = |code, seconds| session_of(&walls, &key, code, at(seconds, 0)).map(drop);
        assert_eq!(refused(first, 7_040), TOO_OLD, "old on its own wall, and never on the other");
        assert_eq!(refused(first, -1_801), NOT_OPEN);
        assert_eq!(refused(first, 9_000), OVER);
        assert_eq!(session_of(&walls, &key, first, at(7_400, 0)).err(), NOT_SHOWN.err(), "the first is over, the second shows another");
        assert_eq!(session_of(&[], &key, first, at(0, 0)), Err(Refusal::NotFound));
    }

    #[test]
    fn the_screen_turns_when_the_code_does() {
        for (seconds, left) in [(0, 15), (1, 14), (14, 1), (15, 15), (-1, 1)] {
            assert_eq!(seconds_left(at(seconds, 0)), left, "{seconds}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_taken_at_once(seconds in -1_800_i64..7_200, micros in 0_i64..1_000_000, session in 1_u8..20) {
            let (key, wall, now) = (key(1, 3_510_242_008), Wall { session, ..wall() }, at(seconds, micros));
            if wall.open(now).is_ok() {
                let code = wall.shown(&key, now).expect("a code");
                prop_assert_eq!(AttendanceCode::parse(&code.grouped()), Some(code));
                prop_assert_eq!(wall.take(&key, code, now), Ok(()));
            }
        }
    }
}
