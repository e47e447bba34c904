//! What stands behind the server functions: whose book it is, what a form means, where it leads.

use super::OwnLoansView;
use crate::access::{Actor, Refusal, Role};
use crate::domain::{IdemKey, InterloanId, LoanId, OfficeCode, PersonName, ReservationId, TitleId};
use crate::features::accounts::staffed_offices;
use crate::features::library::acts::{AskInterloan, CancelInterloan, CancelReservation, Fate, RenewLoan, ReserveTitle, Whose};
use crate::features::library::public::{Reading, receiving};
use crate::features::library::store;
use crate::features::offices::gazetteer;
use crate::forms::{Problems, read};
use crate::server::db::{Db, OwnScope};
use crate::server::session;
use crate::ui::Next;

pub async fn loans(result: &str) -> Result<OwnLoansView, Refusal> {
    reader()?;
    super::own_loans(&Reading::asked()?, result).await
}

/// `office`: at which it is fetched, and `from` which it is sent there, if it stands at another one.
pub async fn reserve(name: Option<String>, [office, from]: [&str; 2], title: TitleId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = reader()?;
    let office = if from.is_empty() { office_named(office)? } else { receiving(&staffed_offices(&db).await?, office)?.code };
    let name = match card_name(&db, &actor, office).await? {
        Some(known) => known,
        // An empty field comes as none.
        None => read::name(&name.unwrap_or_default()).map_err(|code| Refusal::Invalid(Problems::one("nama", code)))?,
    };
    if !from.is_empty() {
        let lender = office_named(from)?;
        db.perform(actor, key, AskInterloan { office, lender, title, whose: Whose::Own(name) }).await?;
        return Ok(done("diminta"));
    }
    let fate = db.perform(actor, key, ReserveTitle { office, title, whose: Whose::Own(name) }).await?;
    Ok(done(match fate {
        Fate::Aside(_) => "disisihkan",
        Fate::Waits => "antre",
    }))
}

pub async fn renew(office: &str, loan: LoanId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = reader()?;
    db.perform(actor, key, RenewLoan { office: office_named(office)?, loan }).await?;
    Ok(done("diperpanjang"))
}

pub async fn cancel(office: &str, id: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = reader()?;
    let office = office_named(office)?;
    let interloan: InterloanId = id.parse().map_err(|_| Refusal::NotFound)?;
    let scope = OwnScope::open_at(&db, &actor, office).await?;
    let asked = store::request(&scope, interloan).await;
    drop(scope);
    match asked {
        Ok(_) => db.perform(actor, key, CancelInterloan { office, interloan }).await?,
        Err(Refusal::NotFound) => {
            let reservation: ReservationId = id.parse().map_err(|_| Refusal::NotFound)?;
            db.perform(actor, key, CancelReservation { office, reservation }).await?;
        }
        Err(other) => return Err(other),
    }
    Ok(done("dibatalkan"))
}

/// Who reads for themselves. Under a hat of staff one serves readers at the desk.
pub(super) fn reader() -> Result<(Db, Actor), Refusal> {
    let (db, actor) = session::asking()?;
    match actor.role() {
        Role::Anonymous => Err(Refusal::SignIn),
        Role::Resident => Ok((db, actor)),
        _ => Err(Refusal::Forbidden),
    }
}

/// The name on the card that somebody has at a library: they are not asked for it again.
pub(super) async fn card_name(db: &Db, actor: &Actor, office: OfficeCode) -> Result<Option<PersonName>, Refusal> {
    let account = actor.account().ok_or(Refusal::SignIn)?;
    let there = OwnScope::open_at(db, actor, office).await?;
    Ok(store::reader_of_account(&there, account).await?.map(|reader| reader.name))
}

pub(super) fn office_named(slug: &str) -> Result<OfficeCode, Refusal> {
    gazetteer().by_slug(slug).map(|office| office.code).ok_or(Refusal::NotFound)
}

fn done(what: &str) -> Next {
    Next::afresh(["/akun/pinjaman?hasil=", what].concat())
}
