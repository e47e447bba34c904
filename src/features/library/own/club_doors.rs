//! What stands behind the forms of one's own clubs: whose it is, what was typed, where it leads.

use super::doors::{card_name, office_named, reader};
use super::{AskedOfClubs, OwnClubsView};
use crate::access::Refusal;
use crate::domain::{IdemKey, MeetingId, ReaderId};
use crate::features::library::acts::{JoinClub, LeaveClub, NoteReading, Whose};
use crate::features::library::public::Reading;
use crate::forms::{ProblemCode, Problems, read};
use crate::ui::Next;

/// Longest remark of how far somebody is: "halaman 45, bab 3".
const REACHED: u32 = 60;

pub async fn clubs(at: &str, member: &str, result: &str) -> Result<OwnClubsView, Refusal> {
    reader()?;
    super::own_clubs(&Reading::asked()?, AskedOfClubs { at, member, result }).await
}

pub async fn join(name: &str, office: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = reader()?;
    let office = office_named(office)?;
    let name = match card_name(&db, &actor, office).await? {
        Some(known) => known,
        None => read::name(name).map_err(|code| Refusal::Invalid(Problems::one("nama", code)))?,
    };
    db.perform(actor, key, JoinClub { office, whose: Whose::Own(name) }).await?;
    Ok(Next::afresh("/akun/kelompok-baca?hasil=ikut"))
}

pub async fn leave(office: &str, reader_id: ReaderId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = reader()?;
    db.perform(actor, key, LeaveClub { office: office_named(office)?, reader: reader_id }).await?;
    Ok(Next::afresh("/akun/kelompok-baca?hasil=keluar"))
}

/// `whose`: part of the address of the office, and the reader.
pub async fn note(typed: &str, whose: (&str, ReaderId), meeting: MeetingId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = reader()?;
    let (office, reader) = (office_named(whose.0)?, whose.1);
    let wrong = |code| Refusal::Invalid(Problems::one("sampai", code));
    let reached = read::line(typed, REACHED).map_err(wrong)?;
    if reached.is_empty() {
        return Err(wrong(ProblemCode::Missing));
    }
    db.perform(actor, key, NoteReading { office, reader, meeting, reached }).await?;
    Ok(Next::afresh(["/akun/kelompok-baca?anggota=", &reader.to_string(), "&hasil=dicatat"].concat()))
}
