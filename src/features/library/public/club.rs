//! The reading club of a village, on the page of its library: when it meets, and the way in.

use super::Reading;
use super::figures::{ClubFigure, ClubMeeting};
use crate::access::{Refusal, Role};
use crate::features::library::{Meeting, store};
use crate::features::offices::Office;
use crate::server::db::ShownScope;
use crate::server::http::way_in;
use crate::ui::{mark, way};

/// Meetings that everybody is shown: who reads along sees all of them.
const SHOWN: usize = 3;

/// Nothing for a library whose club does not meet.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn club(reading: &Reading, village: &Office) -> Result<Option<ClubFigure>, Refusal> {
    let meetings = store::meetings(&*ShownScope::open(&reading.db, village.code).await?, reading.today()).await?;
    if meetings.is_empty() {
        return Ok(None);
    }
    let words = reading.words;
    let form = ["/akun/kelompok-baca?di=", village.slug].concat();
    let join = match reading.actor.role() {
        Role::Resident => Some(way(form, words.club.join)),
        Role::Anonymous => Some(way(way_in("/masuk", &form), words.club.join)),
        _ => None,
    };
    let meeting = |meeting: &Meeting| ClubMeeting {
        book: meeting.book.clone(),
        when: meeting_time(reading, meeting),
        place: [Some(meeting.venue.place()), meeting.venue.link().map(|_| words.club.online)]
            .into_iter()
            .flatten()
            .filter(|said| !said.is_empty())
            .collect::<Vec<_>>()
            .join(". "),
        mark: meeting.cancelled.then(|| mark("stop", "x", words.club.cancelled)),
    };
    Ok(Some(ClubFigure { heading: words.club.title, meetings: meetings.iter().take(SHOWN).map(meeting).collect(), join }))
}

/// "Sabtu, 5 Desember 2026, 16.00 WIB"
pub fn meeting_time(reading: &Reading, meeting: &Meeting) -> String {
    [&meeting.day.with_weekday(reading.lang), ", ", &meeting.from.in_digits(), " WIB"].concat()
}
