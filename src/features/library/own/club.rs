//! From memberships to what somebody reads of their clubs at home: all of them, one, or the form to join one.

use super::OwnClubsView;
use super::club_drawn::{ClubFigure, JoinFigure, MeetingFigure, NameFigure, ReadingFigure, RowFigure, club, join, list};
use crate::access::Refusal;
use crate::domain::{OfficeCode, ReaderId};
use crate::features::library::public::{Reading, meeting_time, with_name};
use crate::features::library::store;
use crate::features::library::{Meeting, Member, Reader, Who};
use crate::features::offices::{Office, gazetteer};
use crate::server::db::OwnScope;
use crate::ui::{mark, way};

/// Where one's clubs are.
const HERE: &str = "/akun/kelompok-baca";

/// What the address asks for. Words of it that are empty ask for nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Part of the address of the office whose club one wants to join.
    pub at: &'a str,
    /// As which reader one looks.
    pub member: &'a str,
    /// A word of a list.
    pub result: &'a str,
}

/// # Errors
/// `NotFound` for no club, or one of somebody else; else those of the database.
pub async fn own_clubs(reading: &Reading, asked: Asked<'_>) -> Result<OwnClubsView, Refusal> {
    let own = OwnScope::open(&reading.db, &reading.actor).await?;
    let (mine, readers) = (store::own_memberships(&own).await?, store::own_readers(&own).await?);
    drop(own);
    let mine = Mine { reading, mine, readers };
    if !asked.member.is_empty() {
        return mine.one(asked.member.parse().map_err(|_| Refusal::NotFound)?, asked.result).await;
    }
    if !asked.at.is_empty() {
        return mine.joining(gazetteer().by_slug(asked.at).ok_or(Refusal::NotFound)?).await;
    }
    Ok(mine.all(asked.result))
}

struct Mine<'a> {
    reading: &'a Reading,
    mine: Vec<(OfficeCode, Member)>,
    readers: Vec<(OfficeCode, Reader)>,
}

impl Mine<'_> {
    fn all(&self, result: &str) -> OwnClubsView {
        let words = self.reading.words;
        let row = |(office, member): &(OfficeCode, Member)| RowFigure {
            way: way([HERE, "?anggota=", &member.reader.to_string()].concat(), club_of(self.reading, *office)),
            whose: self.for_whom(member.reader),
        };
        let find = way("/pustaka", words.find_books);
        self.page(None, result, list(self.mine.iter().map(row).collect(), [words.club.no_club, words.club.no_club_hint], find))
    }

    /// The club that somebody is in: when it meets, how far they are, and the way out.
    async fn one(&self, reader: ReaderId, result: &str) -> Result<OwnClubsView, Refusal> {
        let words = self.reading.words;
        let (office, member) = self.mine.iter().find(|(_, member)| member.reader == reader).ok_or(Refusal::NotFound)?;
        let meetings = self.meetings(*office).await?;
        let next = meetings.iter().find(|meeting| !meeting.cancelled);
        let slug = gazetteer().by_code(*office).ok_or(Refusal::NotFound)?.slug;
        let figure = ClubFigure {
            here: [HERE, "?anggota=", &reader.to_string()].concat(),
            office: slug,
            reader,
            whose: self.for_whom(reader),
            heading: words.club.meets,
            meetings: meetings.iter().map(|meeting| self.meeting(meeting)).collect(),
            none: words.club.none_planned,
            reading: next.map(|meeting| self.reading(meeting, member)),
            leave: [words.club.leave_hint, words.club.leave],
            key: self.reading.db.fresh_key(),
        };
        Ok(self.page(Some(*office), result, club(figure)))
    }

    /// The form for who is in no club there; whoever is sees it at once.
    async fn joining(&self, office: &Office) -> Result<OwnClubsView, Refusal> {
        let adult = |reader: ReaderId| self.readers.iter().any(|(_, known)| known.id == reader && known.who == Who::Adult);
        if let Some((_, member)) = self.mine.iter().find(|(at, member)| *at == office.code && adult(member.reader)) {
            return self.one(member.reader, "").await;
        }
        let words = self.reading.words;
        let there = OwnScope::open_at(&self.reading.db, &self.reading.actor, office.code).await?;
        let (has_club, account) = (store::has_club(&there).await?, self.reading.actor.account().ok_or(Refusal::SignIn)?);
        let known = store::reader_of_account(&there, account).await?.is_some();
        drop(there);
        if !has_club {
            return Err(Refusal::NotFound);
        }
        let name = || NameFigure { label: words.name, hint: words.name_hint, value: self.reading.name.clone() };
        let figure = JoinFigure {
            here: [HERE, "?di=", office.slug].concat(),
            office: office.slug,
            hint: words.club.join_hint,
            name: (!known).then(name),
            button: words.club.join,
            key: self.reading.db.fresh_key(),
        };
        Ok(self.page(Some(office.code), "", join(figure)))
    }

    async fn meetings(&self, office: OfficeCode) -> Result<Vec<Meeting>, Refusal> {
        let there = OwnScope::open_at(&self.reading.db, &self.reading.actor, office).await?;
        store::meetings(&there, self.reading.today()).await
    }

    fn meeting(&self, meeting: &Meeting) -> MeetingFigure {
        let words = self.reading.words;
        MeetingFigure {
            book: meeting.book.clone(),
            when: meeting_time(self.reading, meeting),
            place: meeting.venue.place().to_owned(),
            link: meeting.venue.link().map(|link| way(link.as_str(), [words.club.link, link.host()].concat())),
            mark: meeting.cancelled.then(|| mark("stop", "x", words.club.cancelled)),
        }
    }

    fn reading(&self, meeting: &Meeting, member: &Member) -> ReadingFigure {
        let words = self.reading.words;
        let reached = member.reached.as_ref().filter(|(of, _)| *of == meeting.id);
        ReadingFigure {
            meeting: meeting.id,
            heading: with_name(words.club.reading, &meeting.book),
            labels: [words.club.reached, words.club.reached_hint],
            reached: reached.map(|(_, text)| text.clone()).unwrap_or_default(),
            button: words.club.note,
            key: self.reading.db.fresh_key(),
        }
    }

    /// A child's club is the affair of whoever is asked for it.
    fn for_whom(&self, reader: ReaderId) -> String {
        let child = self.readers.iter().find(|(_, known)| known.id == reader && known.who != Who::Adult);
        child.map(|(_, child)| with_name(self.reading.words.for_child, child.name.as_str())).unwrap_or_default()
    }

    fn page(&self, office: Option<OfficeCode>, result: &str, drawn: String) -> OwnClubsView {
        let words = self.reading.words;
        OwnClubsView {
            title: office.map_or_else(|| words.club.my_clubs.to_owned(), |office| club_of(self.reading, office)),
            lede: words.club.lede.to_owned(),
            back: match office {
                Some(_) => way(HERE, words.club.my_clubs),
                None => way("/akun", words.account),
            },
            result: told(self.reading, result),
            drawn,
        }
    }
}

fn club_of(reading: &Reading, office: OfficeCode) -> String {
    [reading.words.club.of, &gazetteer().full_title(office)].concat()
}

/// What an act has done. The address carries a word of a list, never a sentence.
fn told(reading: &Reading, code: &str) -> Option<String> {
    let sentence = match code {
        "ikut" => reading.words.club.done_joined,
        "keluar" => reading.words.club.done_left,
        "dicatat" => reading.words.club.done_noted,
        _ => return None,
    };
    Some(sentence.to_owned())
}
