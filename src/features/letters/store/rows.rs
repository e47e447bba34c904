//! Between rows and records: codes and identities.

use crate::access::Refusal;
use crate::domain::{AccountId, ApplicationId, BlobId, Day, Instant, LetterId, LetterNumber, Version};
use crate::features::letters::entity::letter::Model;
use crate::features::letters::{Handover, Letter, PdfFile, Reason, State, StoredLetter};
use crate::server::db::id_of;
use crate::server::incident;

pub(super) const ISSUED: &str = "issued";
pub(super) const REVOKED: &str = "revoked";
pub(super) const REPLACED: &str = "replaced";
/// A number that was crossed out: it stands in the book and names no letter.
pub(super) const VOID: &str = "void";

pub(super) fn state_code(state: &State) -> &'static str {
    match state {
        State::Issued => ISSUED,
        State::Revoked { replaced_by: None, .. } => REVOKED,
        State::Revoked { replaced_by: Some(_), .. } => REPLACED,
    }
}

/// A crossed-out number is no letter: nothing is done to it.
pub(super) fn stored(row: Model) -> Result<StoredLetter, Refusal> {
    if row.state == VOID {
        return Err(Refusal::NotFound);
    }
    let pdf = pdf_file(row.pdf, row.pdf_sha256, row.pdf_bytes)?;
    let annex = pdf_file(row.annex, row.annex_sha256, row.annex_bytes)?;
    let state = match (row.state.as_str(), row.ended_by.zip(row.ended_at)) {
        (ISSUED, None) => State::Issued,
        (_, Some((by, at))) => State::Revoked {
            reason: row.reason.as_deref().and_then(Reason::from_code).ok_or_else(|| broken("a revoked letter has no reason"))?,
            by: id_of(by),
            at: Instant::from_micros(at),
            replaced_by: row.replaced_by.map(id_of),
        },
        _ => return Err(broken("a letter is in no state")),
    };
    let handover = row.handed_by.zip(row.handed_at);
    Ok(StoredLetter {
        letter: Letter {
            id: id_of::<LetterId>(row.id),
            number: LetterNumber::given(row.number),
            issued_on: day(row.issued_on),
            valid_until: row.valid_until.map(day),
            state,
            handover: handover.map(|(by, at)| Handover { by: id_of::<AccountId>(by), at: Instant::from_micros(at) }),
        },
        version: Version(row.version),
        application: row.application.map(id_of::<ApplicationId>),
        owner: row.owner.map(id_of::<AccountId>),
        service: row.service,
        title: row.title,
        issued_at: Instant::from_micros(row.issued_at),
        pdf,
        annex,
        next: None,
    })
}

fn pdf_file(blob: Option<uuid::Uuid>, hash: Option<Vec<u8>>, size: Option<i64>) -> Result<Option<PdfFile>, Refusal> {
    let Some((blob, hash)) = blob.zip(hash) else { return Ok(None) };
    let sha256 = hash.try_into().map_err(|_| broken("the hash of a letter's paper is none"))?;
    let size_bytes = size.and_then(|size| u64::try_from(size).ok()).unwrap_or_default();
    Ok(Some(PdfFile { blob: id_of::<BlobId>(blob), sha256, size_bytes }))
}

pub(super) fn day(number: i64) -> Day {
    Day::from_number(i32::try_from(number).unwrap_or_default())
}

/// What is stored contradicts itself: never the sender's mistake.
fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"letter")
}
