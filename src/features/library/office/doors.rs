//! What stands behind the forms of titles, copies, readers and rules: who asks, what was meant, where it leads.

use super::circulation::{reader_page, with_card};
use super::desk::office_of;
use super::form;
use super::views::{ReaderForm, RulesForm, TitleForm};
use super::words::{COUNTER, stocktake_page};
use crate::access::{Actor, Refusal};
use crate::domain::{BlobId, CopyId, IdemKey, ReaderId, StocktakeId, TitleId, Version};
use crate::features::library::acts::{
    AddCopies, AddTitle, CorrectTitle, DescribeReader, KeepReader, KeepRules, LoseCopy, RemoveBookFile, RemoveCover, RestoreCopy,
};
use crate::features::library::{Who, store};
use crate::forms::{ProblemCode, Problems, read};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope};
use crate::server::session;
use crate::ui::Next;

fn title_page(title: TitleId, result: &str) -> Next {
    Next::afresh([COUNTER, "/buku/", &title.to_string(), "?hasil=", result].concat())
}

/// A first edition of its number in the regency, with its first copies here.
pub async fn add_title(typed: &TitleForm, isbn: &str, copies: (&str, &str), key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    // The number was read on the page before: only a changed form brings a wrong one.
    let isbn = form::isbn(isbn).map_err(Refusal::Invalid)?;
    let title = typed.check(isbn, day_at(db.clock().now(), db.zone()));
    let (title, copies) = both(title, form::copies(copies.0, copies.1)).map_err(Refusal::Invalid)?;
    let id = db.perform(actor, key, AddTitle { office, title, copies: copies.number, shelf: copies.shelf }).await?;
    Ok(title_page(id, "baru"))
}

/// The problems of both, in the order of the page.
pub(super) fn both<A, B>(first: Result<A, Problems>, second: Result<B, Problems>) -> Result<(A, B), Problems> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (first, second) => {
            let mut all = first.err().unwrap_or_default();
            for problem in second.err().unwrap_or_default().iter() {
                all.add(problem.field.clone(), problem.code);
            }
            Err(all)
        }
    }
}

pub async fn add_copies(title: TitleId, number: &str, shelf: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let copies = form::copies(number, shelf).map_err(Refusal::Invalid)?;
    db.perform(actor, key, AddCopies { office, title, copies: copies.number, shelf: copies.shelf }).await?;
    Ok(title_page(title, "ditambah"))
}

pub async fn correct(id: TitleId, seen: Version, typed: &TitleForm, isbn: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let isbn = form::isbn(isbn);
    let title = typed.check(isbn.as_ref().copied().unwrap_or_default(), day_at(db.clock().now(), db.zone()));
    let (title, _) = both(title, isbn).map_err(Refusal::Invalid)?;
    db.perform(actor, key, CorrectTitle { office, id, seen, title }).await?;
    Ok(title_page(id, "diubah"))
}

pub async fn remove_file(file: BlobId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let title = db.perform(actor, key, RemoveBookFile { office, file }).await?;
    Ok(title_page(title, "tanpa-berkas"))
}

pub async fn remove_cover(title: TitleId, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    db.perform(actor, key, RemoveCover { office, title }).await?;
    Ok(title_page(title, "tanpa-sampul"))
}

/// `copy`: as chosen from the copies of the title.
pub async fn lose(title: TitleId, copy: &str, why: &str, note: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let copy = copy.parse::<CopyId>().map_err(|_| Problems::one("buku", ProblemCode::MissingChoice));
    let (copy, (why, note)) = both(copy, form::loss(why, note)).map_err(Refusal::Invalid)?;
    db.perform(actor, key, LoseCopy { copy, why, note, from_shelf: false }).await?;
    Ok(title_page(title, "dicoret"))
}

/// `stocktake`: on whose page it was pressed, if it was on one.
pub async fn restore(copy: CopyId, stocktake: Option<StocktakeId>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let scope = OfficeScope::open(&db, &actor).await?;
    let title = store::copy(&scope, copy).await?.title;
    drop(scope);
    db.perform(actor, key, RestoreCopy { copy }).await?;
    Ok(match stocktake {
        Some(stocktake) => Next::afresh([&stocktake_page(stocktake), "?hasil=ditemukan"].concat()),
        None => title_page(title, "ditemukan"),
    })
}

/// Somebody new: their card is active.
pub async fn new_reader(typed: &ReaderForm, key: IdemKey) -> Result<Next, Refusal> {
    keep(ReaderForm { aktif: "ya".to_owned(), ..typed.clone() }, None, key, "terdaftar").await
}

pub async fn change_reader(id: ReaderId, seen: Version, typed: &ReaderForm, key: IdemKey) -> Result<Next, Refusal> {
    keep(typed.clone(), Some((id, seen)), key, "diubah").await
}

/// Longest of it, in characters.
const ABOUT: u32 = 80;

pub async fn describe_reader(reader: ReaderId, seen: Version, typed: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let about = read::line(typed, ABOUT).map_err(|code| Refusal::Invalid(Problems::one("ciri", code)))?;
    db.perform(actor, key, DescribeReader { reader, seen, about }).await?;
    Ok(Next::afresh(reader_page(reader, "diubah")))
}

async fn keep(typed: ReaderForm, known: Option<(ReaderId, Version)>, key: IdemKey, result: &str) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let named = typed.check().map_err(Refusal::Invalid)?;
    let who = who(&db, &actor, named.guardian.as_deref()).await?;
    let act = KeepReader { office, known, name: named.name, who, active: named.active };
    let id = db.perform(actor, key, act).await.map_err(no_guardian)?;
    Ok(Next::afresh(reader_page(id, result)))
}

async fn who(db: &Db, actor: &Actor, guardian: Option<&str>) -> Result<Who, Refusal> {
    match guardian {
        Some(card) => with_card(db, actor, "wali", card).await.map(|guardian| Who::ChildOf(guardian.id)),
        None => Ok(Who::Adult),
    }
}

/// A card was typed, and not chosen from a list.
fn no_guardian(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(problems) if problems.of("wali").is_some() => Refusal::Invalid(Problems::one("wali", ProblemCode::UnknownLabel)),
        other => other,
    }
}

pub async fn keep_rules(typed: &RulesForm, seen: Option<Version>, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = office_of(&actor)?;
    let rules = typed.check().map_err(Refusal::Invalid)?;
    db.perform(actor, key, KeepRules { office, seen, rules }).await?;
    Ok(Next::afresh([COUNTER, "/aturan?hasil=disimpan"].concat()))
}
