//! What anybody may ask: is this letter genuine?

use super::store::{self, PublicLetter};
use super::views::{CheckView, CheckedAt, CheckedLetter};
use super::{Course, Token, hex};
use crate::access::Refusal;
use crate::domain::Lang;
use crate::features::offices::gazetteer;
use crate::server::clock::local;
use crate::server::db::{Db, PublicScope};
use crate::server::session::{Budget, Doors, spend};

/// The letter with the typed code, if there is one. What is no code at all is looked up all the same,
/// under a code that no letter has, so that nothing tells a forged code from a mistyped one.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn checked(db: &Db, typed: &str, lang: Lang) -> Result<CheckView, Refusal> {
    let (on, at) = local(db.clock().now(), db.zone());
    let checked = CheckedAt { on, at };
    let token = Token::parse(typed).unwrap_or(NOBODYS);
    let scope = PublicScope::open(db).await?;
    match store::check(&scope, db.keys(), token.hash(), on).await {
        Ok(letter) => Ok(known(letter, checked, lang).map_or(CheckView::Unknown { checked }, |view| CheckView::Known(Box::new(view)))),
        Err(Refusal::NotFound) => Ok(CheckView::Unknown { checked }),
        Err(refusal) => Err(refusal),
    }
}

/// The same for whoever asks from a network: looking is slowed, and missing more so.
///
/// # Errors
/// `TooMany` after too many looks, or too many misses, in a short while.
pub async fn checked_from(doors: &Doors, network: &[u8], typed: &str, lang: Lang) -> Result<CheckView, Refusal> {
    spend(doors, Budget::LooksOfANetwork, network).await?;
    let view = checked(&doors.db, typed, lang).await?;
    if matches!(view, CheckView::Unknown { .. }) {
        spend(doors, Budget::MissesOfANetwork, network).await?;
    }
    Ok(view)
}

/// Never drawn: the 26 characters of a token hold 128 bits, and this is one of 2^128 like any other;
/// a letter that drew it would be as likely as one drawn twice.
const NOBODYS: Token = Token::from_bits(0);

fn known(letter: PublicLetter, checked: CheckedAt, lang: Lang) -> Option<CheckedLetter> {
    let office = gazetteer().by_code(letter.office)?;
    let course = letter.course.as_ref();
    Some(CheckedLetter {
        standing: letter.standing,
        title: if course.is_some() && lang == Lang::En { "Certificate of training".to_owned() } else { letter.title },
        course: course.map(|course| told(course, lang)).unwrap_or_default(),
        number: letter.number,
        holder: letter.holder,
        signer: letter.signer,
        office: office.title(),
        kecamatan: office.kecamatan.to_owned(),
        slug: office.slug.to_owned(),
        issued_on: letter.issued_on,
        valid_until: letter.valid_until,
        reason: letter.reason,
        ended_on: letter.ended_on,
        next: letter.next,
        pdf_sha256: letter.pdf_sha256.as_deref().map(hex),
        checked,
    })
}

/// Said here and not in the page, so that no browser carries these words for the letters that have none of them.
fn told(course: &Course, lang: Lang) -> Vec<(String, String)> {
    let [training, held, length, place] = match lang {
        Lang::Id => ["Telah mengikuti pelatihan", "Pelaksanaan", "Lama", "Tempat"],
        Lang::En => ["Attended the training", "Held", "Length", "Place"],
    };
    let said = [(training, course.title.clone()), (held, course.held(lang)), (length, course.length(lang)), (place, course.place.clone())];
    said.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| (label.to_owned(), value)).collect()
}
