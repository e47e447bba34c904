//! What stands behind the forms of the reading club: who asks, what was meant, where it leads.

use super::circulation::with_card;
use super::desk::office_of;
use super::meeting_form::Planned;
use super::views::MeetingForm;
use super::words::CLUB;
use crate::access::Refusal;
use crate::domain::{IdemKey, MeetingId, ReaderId};
use crate::features::library::acts::{CancelMeeting, JoinClub, LeaveClub, PlanMeeting, Whose};
use crate::server::clock::day_at;
use crate::server::session;
use crate::ui::Next;

pub async fn plan(typed: &MeetingForm, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let Planned { day, from, venue, book } = typed.check(day_at(db.clock().now(), db.zone())).map_err(Refusal::Invalid)?;
    db.perform(actor, key, PlanMeeting { office, day, from, venue, book }).await?;
    Ok(done("dijadwalkan"))
}

pub async fn cancel(meeting: MeetingId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    db.perform(actor, key, CancelMeeting { office, meeting }).await?;
    Ok(done("dibatalkan"))
}

pub async fn add(card: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let reader = with_card(&db, &actor, "kartu", card).await?.id;
    db.perform(actor, key, JoinClub { office, whose: Whose::Reader(reader) }).await?;
    Ok(done("masuk"))
}

pub async fn remove(reader: ReaderId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    db.perform(actor, key, LeaveClub { office, reader }).await?;
    Ok(done("keluar"))
}

fn done(what: &str) -> Next {
    Next::afresh([CLUB, "?hasil=", what].concat())
}
