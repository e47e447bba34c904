//! The people of a demonstration. Their passwords stand nowhere: they are derived from the root key of
//! this very database, and printed at the start beside the codes of the moment.

use super::acts::{InventPeople, Invented, Register, spell};
use super::people::{role_name, unit_names};
use super::store::{self, By};
use crate::access::{Actor, Hat, Refusal, Role, Unit};
use crate::domain::{Lang, OfficeCode, Phone};
use crate::server::db::Db;
use crate::server::incident;
use crate::server::session::password::{self, Grade};
use crate::server::session::totp;

/// Desa Tamansari (Kec. Licin), where most of a demonstration happens.
const TAMANSARI: i64 = 3_510_242_008;
/// Kelurahan Sobo (Kec. Banyuwangi): the other office, which must not see it.
const SOBO: i64 = 3_510_161_002;
/// Desa Genteng Wetan (Kec. Genteng), where people of the others move to.
const GENTENG_WETAN: i64 = 3_510_092_002;
/// Desa Kemiren (Kec. Glagah), a fourth, so that four journeys sign side by side.
const KEMIREN: i64 = 3_510_152_004;
/// The kecamatan of the first, and of the one to which people move.
const LICIN: i64 = 351_024;
const GENTENG: i64 = 351_009;
const BANYUWANGI: i64 = 3510;

type Line = (&'static str, &'static str, &'static str, Option<(Role, i64)>);

/// Name, phone, staff name, role and unit. Nobody has these numbers.
const PEOPLE: [Line; 20] = [
    ("Ratna Contoh", "081200000001", "", None),
    ("Budi Contoh", "081200000002", "", None),
    ("Rini Wulandari", "081200000011", "rini.tamansari", Some((Role::Operator, TAMANSARI))),
    ("Lina Permata", "081200000014", "lina.tamansari", Some((Role::Operator, TAMANSARI))),
    ("Joko Prasetyo", "081200000012", "joko.tamansari", Some((Role::Verifier, TAMANSARI))),
    ("Hadi Santoso", "081200000013", "hadi.tamansari", Some((Role::Head, TAMANSARI))),
    ("Sri Lestari", "081200000021", "sri.sobo", Some((Role::Operator, SOBO))),
    ("Adi Nugroho", "081200000022", "adi.sobo", Some((Role::Verifier, SOBO))),
    ("Yuli Astuti", "081200000023", "yuli.sobo", Some((Role::Head, SOBO))),
    ("Eko Purnomo", "081200000041", "eko.gentengwetan", Some((Role::Operator, GENTENG_WETAN))),
    ("Dewi Anggraini", "081200000042", "dewi.gentengwetan", Some((Role::Verifier, GENTENG_WETAN))),
    ("Bambang Irawan", "081200000043", "bambang.gentengwetan", Some((Role::Head, GENTENG_WETAN))),
    ("Wahyu Nurcahyo", "081200000061", "wahyu.kemiren", Some((Role::Operator, KEMIREN))),
    ("Endang Suryani", "081200000063", "endang.kemiren", Some((Role::Head, KEMIREN))),
    ("Agus Setiawan", "081200000051", "agus.kec-licin", Some((Role::Camat, LICIN))),
    ("Nurul Hidayati", "081200000052", "nurul.kec-genteng", Some((Role::Camat, GENTENG))),
    ("Gede Artawan", "081200000071", "gede.bpm", Some((Role::Reviewer, BANYUWANGI))),
    ("Siti Rahayu", "081200000072", "siti.bpm", Some((Role::Reviewer, BANYUWANGI))),
    ("Made Suparta", "081200000073", "made.bpm", Some((Role::Reviewer, BANYUWANGI))),
    ("Wayan Sudarma", "081200000031", "wayan.kabupaten", Some((Role::RegencyAdmin, BANYUWANGI))),
];

/// Invents the people where there is nobody yet. A database with people in it is left as it is.
///
/// # Errors
/// As `perform`.
pub async fn invent_people(db: &Db) -> Result<(), Refusal> {
    if store::anybody(db).await? {
        return Ok(());
    }
    let mut hashed = Vec::new();
    for ((_, _, staff_name, _), role) in PEOPLE.into_iter().zip(roles()) {
        hashed.push(match role {
            Some(_) => Some(password::hash(Grade::Staff, &password_of(db, staff_name), db.entropy()).await?),
            None => None,
        });
    }
    invent(db, hashed).await
}

/// The same with passwords that were hashed before: a test does not wait for fifteen of them.
pub(super) async fn invent(db: &Db, hashed: Vec<Option<String>>) -> Result<(), Refusal> {
    let mut people = Vec::new();
    for ((name, phone, staff_name, right), password) in PEOPLE.into_iter().zip(hashed) {
        let right = right.and_then(|(role, unit)| Some((role, Unit::from_number(unit)?)));
        let staff_name = (!staff_name.is_empty()).then_some(staff_name);
        people.push(Invented { name: name.to_owned(), phone: number(phone)?, staff_name, right, password });
    }
    db.perform(Actor::anonymous(), db.fresh_key(), InventPeople(people)).await
}

/// One more resident: a measurement needs thousands of them, with a few cases each.
///
/// # Errors
/// `Conflict(PhoneTaken)`, else as `perform`.
pub async fn invent_resident(db: &Db, phone: &str) -> Result<Hat, Refusal> {
    let resident = Register { phone: number(phone)?, language: Lang::Id };
    let account = db.perform(Actor::anonymous(), db.fresh_key(), resident).await?;
    Ok(Hat { account, membership: None })
}

/// Somebody who works for a unit and has nothing to sign in with: their sessions are given away.
///
/// # Errors
/// As `perform`.
pub async fn invent_staff(db: &Db, name: &str, phone: &str, right: (Role, Unit)) -> Result<Hat, Refusal> {
    let phone = number(phone)?;
    let invented = Invented { name: name.to_owned(), phone: phone.clone(), staff_name: None, right: Some(right), password: None };
    db.perform(Actor::anonymous(), db.fresh_key(), InventPeople(vec![invented])).await?;
    hat(db, &phone).await?.ok_or(Refusal::NotFound)
}

/// Whom to sign in as, for the terminal: nobody but who started the server sees it.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn whom_to_sign_in_as(db: &Db) -> Result<String, Refusal> {
    let mut text = String::from("Whom to sign in as (a demonstration; nobody here is real):\n");
    for (name, phone, staff_name, right) in PEOPLE {
        let Some((role, unit)) = right else {
            text += &format!("  /masuk          {name:<15} {phone}  the code stands on the page\n");
            continue;
        };
        let Some(person) = store::read(db, By::StaffName(staff_name)).await? else { continue };
        let secret = person.totp.unwrap_or_default();
        let code = totp::code_at(&secret, db.clock().now()).unwrap_or_default();
        let (password, secret) = (password_of(db, staff_name), totp::in_writing(&secret).replace(' ', ""));
        let unit = Unit::from_number(unit);
        let (role, unit) = (role_name(role, unit), unit.map(|unit| unit_names(unit).0).unwrap_or_default());
        text += &format!("  /masuk/petugas  {name:<15} {staff_name}  {password}  {code}  {secret}  {role}, {unit}\n");
    }
    Ok(text)
}

/// The roles of the invented people, in their order.
pub(super) fn roles() -> Vec<Option<Role>> {
    PEOPLE.into_iter().map(|(.., right)| right.map(|(role, _)| role)).collect()
}

/// The hats of the invented people, by their names: for tests of the whole program.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn hats(db: &Db) -> Result<Vec<(&'static str, Hat)>, Refusal> {
    let mut hats = Vec::new();
    for (name, phone, ..) in PEOPLE {
        if let Some(hat) = hat(db, &number(phone)?).await? {
            hats.push((name, hat));
        }
    }
    Ok(hats)
}

/// Whoever has this number, under their first hat.
async fn hat(db: &Db, phone: &Phone) -> Result<Option<Hat>, Refusal> {
    let Some(person) = store::read(db, By::Phone(phone)).await? else { return Ok(None) };
    let right = store::rights(db, person.id).await?.first().copied();
    Ok(Some(Hat { account: person.id, membership: right.map(|right| (right.id, right.role, right.unit)) }))
}

/// Somebody invented, under the one hat that they have: other features begin their demonstrations with them.
///
/// # Errors
/// `NotFound` when nobody is called so.
pub async fn actor(db: &Db, name: &str) -> Result<Actor, Refusal> {
    let hats = hats(db).await?;
    let (_, hat) = hats.into_iter().find(|(known, _)| *known == name).ok_or(Refusal::NotFound)?;
    Ok(Actor::new(hat, false))
}

/// The offices of a demonstration: its own one, and the other.
pub fn offices() -> Vec<OfficeCode> {
    [TAMANSARI, SOBO].into_iter().filter_map(|number| OfficeCode::try_from(number).ok()).collect()
}

fn password_of(db: &Db, staff_name: &str) -> String {
    spell(&db.keys().blind_index(db.regency()).of("demonstration.password", staff_name))
}

fn number(phone: &str) -> Result<Phone, Refusal> {
    Phone::parse(phone).map_err(|_| incident::report("an invented phone is none", &"demo"))
}
