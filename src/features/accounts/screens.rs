//! What the screens of this feature show, put together from the store.

use crate::access::{ActName, Refusal, Role, Unit};
use crate::domain::{EnrolmentId, IdemKey, Instant, SlipId};
use crate::features::accounts::model::{Account, Membership};
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::sign_in::{self, Hats};
use crate::features::accounts::views::*;
use crate::features::accounts::{people, store};
use crate::features::offices::{Kecamatan, Office, PILOT, gazetteer, pilot_offices};
use crate::server::access_log::{self, Seen};
use crate::server::db::{Db, OwnScope};
use crate::server::qr::qr_path;
use crate::server::session::{LiveSession, Standing, live_sessions, totp};
use crate::server::when;
use crate::text::Lang;
use crate::ui::{Frame, FrameCounts, QrView};

/// Who looked: a screen shows no more.
const PAGE: usize = 50;

/// The frame around a page of the hat that is worn; `counts` are the feature's that draws the page.
pub fn frame(standing: &Standing, counts: FrameCounts) -> Frame {
    let (unit, place) = standing.actor.unit().map(people::unit_names).unwrap_or_default();
    let person = standing.name.clone().unwrap_or_default();
    Frame { unit, place, person, role: people::role_name(standing.actor.role(), standing.actor.unit()).to_owned(), counts }
}

/// In groups of four, as it is read out.
fn grouped(code: &str) -> String {
    let groups: Vec<&str> = code.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("-")
}

pub async fn hats(db: &Db, standing: &Standing, next: String) -> Result<HatsView, Refusal> {
    let Hats { rights, worn } = sign_in::hats(db, standing).await?;
    let hat = |right: &Membership| HatView {
        id: right.id.to_string(),
        role: people::role_name(right.role, Some(right.unit)).to_owned(),
        unit: people::unit_names(right.unit).0,
        worn: worn == Some(right.id),
    };
    let mut hats: Vec<HatView> = rights.iter().map(hat).collect();
    hats.push(HatView {
        id: String::new(),
        role: people::role_name(Role::Resident, None).to_owned(),
        unit: String::new(),
        worn: worn.is_none(),
    });
    Ok(HatsView { hats, next })
}

pub async fn enrolment(db: &Db, browser: crate::server::session::TokenHash) -> Result<EnrolmentView, Refusal> {
    let enrolment = store::read_enrolment(db, browser).await?;
    let staff_name = enrolment.person.staff_name.clone().unwrap_or_default();
    let factor = enrolment.secret.as_ref().and_then(|secret| {
        let qr = qr_path(&totp::address(secret, if staff_name.is_empty() { "petugas" } else { &staff_name }))?;
        Some(FactorView { secret: totp::in_writing(secret), qr: QrView { size: qr.size, path: qr.path } })
    });
    Ok(EnrolmentView { name: enrolment.person.name.clone().unwrap_or_default(), staff_name, factor })
}

pub async fn profile(db: &Db, standing: &Standing, lang: Lang) -> Result<ProfileView, Refusal> {
    let person = own(db, standing).await?;
    let sessions = live_sessions(db, standing.account, standing.hash).await?;
    let said = |at: Instant| when::in_words(at, db.zone(), lang);
    let session = |session: LiveSession| SessionView {
        own: session.own,
        device: session.device,
        since: said(session.began_at),
        last: said(session.last_seen_at),
    };
    Ok(ProfileView {
        name: person.name.clone().unwrap_or_default(),
        phone: person.phone.masked(),
        language: person.language.code().to_owned(),
        has_password: person.password.is_some(),
        staff: person.totp.is_some(),
        sessions: sessions.into_iter().map(session).collect(),
        key: db.fresh_key(),
    })
}

pub async fn own_form(db: &Db, standing: &Standing, next: String) -> Result<OwnFormView, Refusal> {
    let person = own(db, standing).await?;
    let (has_password, staff) = (person.password.is_some(), person.totp.is_some());
    Ok(OwnFormView { name: person.name.unwrap_or_default(), has_password, staff, next, key: db.fresh_key() })
}

async fn own(db: &Db, standing: &Standing) -> Result<Account, Refusal> {
    store::read(db, store::By::Id(standing.account)).await?.ok_or(Refusal::SignIn)
}

pub async fn watchers(db: &Db, standing: &Standing, after: Option<IdemKey>, lang: Lang) -> Result<WatchersView, Refusal> {
    let scope = OwnScope::open(db, &standing.actor).await?;
    let mut seen = access_log::seen_of(&scope, after, PAGE as u64).await?;
    drop(scope);
    let more = seen.len() > PAGE;
    seen.truncate(PAGE);
    let after = seen.last().filter(|_| more).map(|last| last.id.to_string());
    let names = store::names(db, &seen.iter().map(|look| look.actor).collect::<Vec<_>>()).await?;
    let row = |look: &Seen| WatcherView {
        who: names.iter().find(|(id, _)| *id == look.actor).map(|(_, name)| name.clone()).unwrap_or_default(),
        unit: Unit::from_number(look.office).map(|unit| people::unit_names(unit).0).unwrap_or_default(),
        purpose: look.purpose.map(|purpose| purpose.code().to_owned()).unwrap_or_default(),
        when: when::in_words(look.at, db.zone(), lang),
        times: 1,
    };
    Ok(WatchersView { rows: counted(seen.iter().map(row)), after })
}

/// An officer who opens a case opens each of its photos: one line that counts, not one a photo.
fn counted(looks: impl Iterator<Item = WatcherView>) -> Vec<WatcherView> {
    let mut rows: Vec<WatcherView> = Vec::new();
    for look in looks {
        match rows.last_mut() {
            Some(last) if WatcherView { times: 1, ..last.clone() } == look => last.times += 1,
            _ => rows.push(look),
        }
    }
    rows
}

pub fn slip_form(db: &Db, standing: &Standing) -> Result<SlipFormView, Refusal> {
    policy::decide(&standing.actor, ActName::PrintSlip, Subject::person(None)).permit()?;
    Ok(SlipFormView { frame: frame(standing, FrameCounts::default()), key: db.fresh_key() })
}

pub async fn slip(db: &Db, standing: &Standing, id: SlipId) -> Result<SlipView, Refusal> {
    let (code, until) = store::slip_to_print(db, id, standing.account).await?;
    let until = when::in_words(until, db.zone(), Lang::Id);
    Ok(SlipView { frame: frame(standing, FrameCounts::default()), code: grouped(&code), until })
}

/// Who works for an office or a kecamatan, and what may be changed by who is looking.
pub async fn staff(db: &Db, standing: &Standing, unit: Unit) -> Result<StaffView, Refusal> {
    let may = |account, role| {
        let subject = Subject::right(account, role, unit);
        policy::decide(&standing.actor, ActName::Appoint, subject).permit() != Err(Refusal::Forbidden)
    };
    let roles: Vec<Role> =
        [Role::Head, Role::Operator, Role::Verifier, Role::Camat, Role::Reviewer].into_iter().filter(|role| may(None, *role)).collect();
    if roles.is_empty() {
        return Err(Refusal::Forbidden);
    }
    let workers = store::staff(db, &[unit]).await?;
    let row = |(right, person): (Membership, Account)| StaffRow {
        right: right.id,
        enrolled: person.enrolled,
        name: person.name.unwrap_or_default(),
        staff_name: person.staff_name.unwrap_or_default(),
        role: people::role_name(right.role, Some(unit)).to_owned(),
        since: when::in_words(right.valid_from, db.zone(), Lang::Id),
        can_change: may(Some(right.account), right.role),
        keys: [db.fresh_key(), db.fresh_key(), db.fresh_key()],
    };
    let (office, slug) = people::place_of(unit).ok_or(Refusal::NotFound)?;
    let pilot = match (standing.actor.role(), unit) {
        (Role::RegencyAdmin, Unit::Office(office)) => Some(pilot_offices(db).await?.contains(&office)),
        _ => None,
    };
    Ok(StaffView {
        frame: frame(standing, FrameCounts::default()),
        office,
        slug,
        people: workers.into_iter().map(row).collect(),
        roles: roles.into_iter().map(|role| role.code().to_owned()).collect(),
        may_change: standing.actor.stepped_up(),
        pilot,
        pilot_key: db.fresh_key(),
        key: db.fresh_key(),
    })
}

pub async fn hand_over(db: &Db, standing: &Standing, id: EnrolmentId, unit: Unit, back: String) -> Result<HandOverView, Refusal> {
    let (code, person) = store::code_to_hand_over(db, id, standing.account).await?;
    Ok(HandOverView {
        frame: frame(standing, FrameCounts::default()),
        id,
        name: person.name.unwrap_or_default(),
        staff_name: person.staff_name.unwrap_or_default(),
        code: grouped(&code),
        back,
        camat: matches!(unit, Unit::Kecamatan(_)),
    })
}

/// All offices, for the administrator.
pub async fn offices(db: &Db, standing: &Standing) -> Result<OfficesView, Refusal> {
    if standing.actor.role() != Role::RegencyAdmin {
        return Err(Refusal::Forbidden);
    }
    let pilot = pilot_offices(db).await?;
    let row = |office: &Office| OfficeRow { name: office.title(), slug: office.slug.to_owned(), pilot: pilot.contains(&office.code) };
    let group =
        |(name, offices): (&str, Vec<&Office>)| OfficeGroup { name: name.to_owned(), offices: offices.into_iter().map(row).collect() };
    Ok(OfficesView {
        frame: frame(standing, FrameCounts::default()),
        counts: Vec::new(),
        groups: gazetteer().by_kecamatan().into_iter().map(group).collect(),
        pilot: (u32::try_from(pilot.len()).unwrap_or(u32::MAX), PILOT),
    })
}

/// All kecamatan with their camat, for the administrator.
pub async fn kecamatan(db: &Db, standing: &Standing) -> Result<KecamatanView, Refusal> {
    if standing.actor.role() != Role::RegencyAdmin {
        return Err(Refusal::Forbidden);
    }
    let all = gazetteer().every_kecamatan();
    let units: Vec<Unit> = all.iter().map(|kecamatan| Unit::Kecamatan(kecamatan.number)).collect();
    let camat = store::staff(db, &units).await?;
    let row = |(kecamatan, unit): (Kecamatan, &Unit)| {
        let own = camat.iter().filter(|(right, _)| right.unit == *unit);
        let names: Vec<String> = own.map(|(_, person)| person.name.clone().unwrap_or_default()).collect();
        KecamatanRow { name: kecamatan.name.to_owned(), slug: kecamatan.slug(), camat: names.join(", ") }
    };
    let rows = all.into_iter().zip(&units).map(row).collect();
    Ok(KecamatanView { frame: frame(standing, FrameCounts::default()), rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(who: &str, purpose: &str, when: &str) -> WatcherView {
        WatcherView { who: who.into(), unit: "Desa Tamansari".into(), purpose: purpose.into(), when: when.into(), times: 1 }
    }

    #[test]
    fn looks_of_one_minute_are_counted_and_none_is_left_out() {
        let (photo, case) = (look("Rini", "file", "09.54"), look("Rini", "case_review", "09.54"));
        let later = look("Rini", "file", "09.55");
        let rows = counted([photo.clone(), photo.clone(), case.clone(), photo.clone(), later.clone()].into_iter());
        assert_eq!(rows, [WatcherView { times: 2, ..photo.clone() }, case, photo, later]);
    }
}
