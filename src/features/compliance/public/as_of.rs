//! Results as everybody read them on a day: the campaigns that were public at its end, each in the revision of then.

use super::time_words::words;
use crate::access::Refusal;
use crate::domain::{CampaignId, Day, Lang, OfficeCode};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Campaign, ShownItem};
use crate::server::clock::day_at;
use crate::server::db::Db;

/// The day that an address asks for.
pub struct AsOf {
    /// `None`: now.
    day: Option<Day>,
    /// Which day is shown, or why it is not the one that was asked for; empty where none was.
    pub says: String,
}

impl AsOf {
    /// What cannot be read, or has not come yet, is answered with a sentence and the present state.
    pub fn asked(db: &Db, typed: &str, lang: Lang) -> Self {
        Self::read(typed, day_at(db.clock().now(), db.zone()), lang)
    }

    fn read(typed: &str, today: Day, lang: Lang) -> Self {
        let words = words(lang);
        match Day::parse(typed) {
            _ if typed.trim().is_empty() => Self { day: None, says: String::new() },
            None => Self { day: None, says: words.unreadable.to_owned() },
            Some(day) if day > today => Self { day: None, says: words.future.to_owned() },
            Some(day) => Self { day: Some(day), says: [words.shown, &day.in_words(lang), words.shown_end].concat() },
        }
    }

    pub const fn is_now(&self) -> bool {
        self.day.is_none()
    }

    /// "2026-03-01", as the field of the board has it; empty for now.
    pub fn value(&self) -> String {
        self.day.map(Day::iso).unwrap_or_default()
    }

    /// An address that stays on the same day.
    pub fn same_day(&self, path: &str) -> String {
        match self.day {
            Some(day) => [path, "?per=", &day.iso()].concat(),
            None => path.to_owned(),
        }
    }

    /// The newest campaign with results that everybody read.
    pub async fn campaign(&self, db: &Db) -> Result<Option<Campaign>, Refusal> {
        match self.day {
            None => store::public_campaign(db).await,
            Some(day) => Ok(store::public_campaigns_on(db, day).await?.into_iter().next()),
        }
    }

    pub async fn seats(&self, db: &Db, campaign: CampaignId) -> Result<Vec<Standing>, Refusal> {
        match self.day {
            None => store::public_seats(db, campaign).await,
            Some(day) => store::public_seats_on(db, campaign, day).await,
        }
    }

    pub async fn seats_of_office(&self, db: &Db, office: OfficeCode) -> Result<Vec<(Campaign, Standing)>, Refusal> {
        match self.day {
            None => store::public_seats_of_office(db, office).await,
            Some(day) => store::public_seats_of_office_on(db, office, day).await,
        }
    }

    /// Reasons and photos of a result.
    pub async fn result(&self, db: &Db, seat: &Standing) -> Result<Vec<ShownItem>, Refusal> {
        let now = store::public_result(db, seat.campaign, seat.office).await?;
        if self.is_now() {
            return Ok(now);
        }
        let mut then = store::public_result_in(db, seat.campaign, seat.office, seat.revision).await?;
        // A picture that a correction has taken away is shown to nobody any more, not even as it was.
        for item in &mut then {
            item.photos.retain(|photo| now.iter().any(|item| item.photos.contains(photo)));
            item.files.retain(|file| now.iter().any(|item| item.files.contains(file)));
        }
        Ok(then)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_and_what_is_none_is_answered_with_a_sentence() {
        let today = Day::new(2026, 11, 24).expect("a day");
        let asked = |typed: &str| AsOf::read(typed, today, Lang::Id);
        assert_eq!((asked(" ").is_now(), asked("").says.as_str()), (true, ""));
        assert_eq!((asked("2026-03-01").value(), asked("1 Maret 2026").value()), ("2026-03-01".into(), "2026-03-01".into()));
        assert!(asked("2026-03-01").says.contains("1 Maret 2026"));
        assert_eq!(asked("2026-11-24").value(), "2026-11-24", "today is a day");
        for (typed, words) in [("kemarin", "tidak terbaca"), ("2026-02-31", "tidak terbaca"), ("2026-11-25", "belum tiba")] {
            assert!(asked(typed).is_now() && asked(typed).says.contains(words), "{typed}");
        }
        assert_eq!(asked("2026-03-01").same_day("/kepatuhan/sobo"), "/kepatuhan/sobo?per=2026-03-01");
        assert_eq!(asked("").same_day("/kepatuhan/sobo"), "/kepatuhan/sobo");
    }
}
