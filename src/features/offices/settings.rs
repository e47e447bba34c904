//! What the settings page of an office is given.

use super::front::link;
use super::views::{BookView, SettingsView};
use super::{AGENDA, Books, ProfileForm, gazetteer, policy, store, what_is_missing};
use crate::access::{Actor, Refusal};
use crate::domain::OfficeKind;
use crate::server::act::{Register, register};
use crate::server::clock::day_at;
use crate::server::db::{Db, OfficeScope, Scope};

/// # Errors
/// `SignIn`, `Forbidden` for who does not work at an office.
pub async fn settings(db: &Db, actor: &Actor) -> Result<SettingsView, Refusal> {
    let scope = OfficeScope::open(db, actor).await?;
    let kept = store::profile(&scope).await?;
    let office = gazetteer().by_code(kept.office).ok_or(Refusal::NotFound)?;
    let today = day_at(db.clock().now(), db.zone());
    let year = i16::try_from(today.year()).unwrap_or(i16::MAX);
    Ok(SettingsView {
        office: link(office),
        kelurahan: office.kind == OfficeKind::Kelurahan,
        seen: kept.version.0,
        form: ProfileForm::of(&kept.profile),
        missing: what_is_missing(&kept.profile, office.kind),
        sample: kept.profile.number(kept.office, "400.12.2.2", 1, today).map(|number| number.to_string()).unwrap_or_default(),
        year,
        books: books(&scope, kept.profile.books, year).await?,
        can: policy::can(actor),
    })
}

/// With a book for each letter, the books are named by the features that write letters; here only the
/// common one is known by name.
async fn books(scope: &Scope<'_>, books: Books, year: i16) -> Result<Vec<BookView>, Refusal> {
    if books == Books::PerService {
        return Ok(Vec::new());
    }
    let last = register::last(scope, &Register(AGENDA.to_owned()), year).await?;
    Ok(vec![BookView { register: AGENDA.to_owned(), name: "Buku agenda".to_owned(), last }])
}
