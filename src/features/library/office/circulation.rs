//! What stands behind the acts of the desk: a book and a reader, each by its label.

use super::desk::office_of;
use super::words::{COUNTER, counter_at};
use crate::access::{Actor, Refusal};
use crate::domain::{CopyId, IdemKey, Isbn, LoanId, OfficeCode, ReaderId, ReservationId, TitleId};
use crate::features::library::acts::{CancelReservation, CountVisitors, Fate, LendCopy, LetGo, RenewLoan, ReserveTitle, ReturnCopy, Whose};
use crate::features::library::label::{self, On};
use crate::features::library::{Copy, Reader, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::{Db, OfficeScope};
use crate::server::session;
use crate::ui::Next;

pub async fn lend(copy: CopyId, card: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let reader = with_card(&db, &actor, "kartu", card).await?.id;
    let code = code_of(&db, &actor, copy).await?;
    db.perform(actor, key, LendCopy { copy, reader }).await?;
    Ok(Next::afresh(counter_at(&code, "dipinjam")))
}

pub async fn take_back(copy: CopyId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let code = code_of(&db, &actor, copy).await?;
    let returned = db.perform(actor, key, ReturnCopy { copy }).await?;
    let days_late = returned.days_late.max(0).to_string();
    Ok(Next::afresh([&counter_at(&code, "kembali"), "&telat=", &days_late].concat()))
}

pub async fn renew(loan: LoanId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let scope = OfficeScope::open(&db, &actor).await?;
    let copy = store::loan(&scope, loan).await?.copy;
    let code = store::copy(&scope, copy).await?.code;
    drop(scope);
    let office = office_of(&actor)?;
    db.perform(actor, key, RenewLoan { office, loan }).await?;
    Ok(Next::afresh(counter_at(&code, "diperpanjang")))
}

pub async fn let_go(copy: CopyId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let code = code_of(&db, &actor, copy).await?;
    db.perform(actor, key, LetGo { copy }).await?;
    Ok(Next::afresh(counter_at(&code, "rak")))
}

pub async fn count_visitor(key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    db.perform(actor, key, CountVisitors { office, more: 1 }).await?;
    Ok(Next::afresh([COUNTER, "?hasil=pengunjung"].concat()))
}

/// Lends a book to the reader whose page is open, or reserves it for them.
pub async fn serve(reader: ReaderId, typed: &str, reserves: bool, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    if reserves {
        let title = title_called(&db, &actor, office, typed).await?;
        let fate = db.perform(actor, key, ReserveTitle { office, title, whose: Whose::Reader(reader) }).await?;
        let result = if matches!(fate, Fate::Aside(_)) { "disisihkan" } else { "menunggu" };
        return Ok(Next::afresh(reader_page(reader, result)));
    }
    let copy = labelled(&db, &actor, office, typed).await?.ok_or_else(unknown_book)?.id;
    db.perform(actor, key, LendCopy { copy, reader }).await?;
    Ok(Next::afresh(reader_page(reader, "dipinjam")))
}

pub async fn cancel(reservation: ReservationId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let scope = OfficeScope::open(&db, &actor).await?;
    let reader = store::reservation(&scope, reservation).await?.reader;
    drop(scope);
    db.perform(actor, key, CancelReservation { office, reservation }).await?;
    Ok(Next::afresh(reader_page(reader, "dibatalkan")))
}

pub(super) fn reader_page(reader: ReaderId, result: &str) -> String {
    [COUNTER, "/pembaca/", &reader.to_string(), "?hasil=", result].concat()
}

/// The reader whose card was typed or scanned into `field`.
pub async fn with_card(db: &Db, actor: &Actor, field: &str, typed: &str) -> Result<Reader, Refusal> {
    let wrong = |code| Refusal::Invalid(Problems::one(field, code));
    if typed.trim().is_empty() {
        return Err(wrong(ProblemCode::Missing));
    }
    let card = label::read(typed, office_of(actor)?, On::Card).map_err(|_| wrong(ProblemCode::UnknownLabel))?;
    let scope = OfficeScope::open(db, actor).await?;
    store::reader_with_card(&scope, &card).await.map_err(|refusal| match refusal {
        Refusal::NotFound => wrong(ProblemCode::UnknownLabel),
        other => other,
    })
}

async fn code_of(db: &Db, actor: &Actor, copy: CopyId) -> Result<String, Refusal> {
    let scope = OfficeScope::open(db, actor).await?;
    store::copy(&scope, copy).await.map(|copy| copy.code)
}

pub(super) fn unknown_book() -> Refusal {
    Refusal::Invalid(Problems::one("label", ProblemCode::UnknownLabel))
}

/// The copy with the label that was typed, if this library has it: its own or a guest.
pub(super) async fn labelled(db: &Db, actor: &Actor, office: OfficeCode, typed: &str) -> Result<Option<Copy>, Refusal> {
    if typed.trim().is_empty() {
        return Err(Refusal::Invalid(Problems::one("label", ProblemCode::Missing)));
    }
    let Ok((_, code)) = label::read_any(typed, office, On::Copy) else { return Ok(None) };
    let scope = OfficeScope::open(db, actor).await?;
    match store::copy_labelled(&scope, &code).await {
        Ok(copy) => Ok(Some(copy)),
        Err(Refusal::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// By the label of any of its copies, or by its ISBN.
pub async fn title_called(db: &Db, actor: &Actor, office: OfficeCode, typed: &str) -> Result<TitleId, Refusal> {
    if let Some(copy) = labelled(db, actor, office, typed).await? {
        return Ok(copy.title);
    }
    let isbn = Isbn::parse(typed.trim()).map_err(|_| unknown_book())?;
    store::title_with_isbn(db, isbn).await?.map(|known| known.id).ok_or_else(unknown_book)
}
