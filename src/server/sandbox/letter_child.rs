//! The child's work on a letter: set it with air, set it tight if it does not fit one page, write it
//! as an archival, accessible PDF.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::tz::TimeZone;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::letter::{Head, LetterRefusal};
use super::page_world::PageWorld;
use super::wire;
use crate::domain::Instant;

/// Written into every letter instead of the name and version of the typesetter, which would change
/// bytes with an upgrade.
const CREATOR: &str = "Smart Kampung";

pub fn answer(pieces: &[&[u8]]) -> Option<()> {
    let (head, files) = pieces.split_first()?;
    let head: Head = serde_json::from_slice(head).ok()?;
    if head.names.len() != files.len() {
        return None;
    }
    let files = head.names.iter().cloned().zip(files.iter().map(|file| file.to_vec()));
    let now = moment(head.at)?;
    let mut world = PageWorld::new(&head.main, files, now)?;
    // A template that makes the typesetter panic is a mistake of the template, as far as its editor
    // can do anything about it.
    let rendered = catch_unwind(AssertUnwindSafe(|| render(&mut world, &head, now)));
    match rendered.unwrap_or_else(|_| Err(LetterRefusal::Template("panic".into()))) {
        Ok((pdf, pages)) => wire::write_all(&[&serde_json::to_vec(&Ok::<_, LetterRefusal>(pages)).ok()?, &pdf]).ok(),
        Err(refusal) => wire::write_all(&[&serde_json::to_vec(&Err::<u32, _>(refusal)).ok()?]).ok(),
    }
}

fn render(world: &mut PageWorld, head: &Head, now: Datetime) -> Result<(Vec<u8>, u32), LetterRefusal> {
    let document = set_well(world)?;
    let pages = u32::try_from(document.pages().len()).unwrap_or(u32::MAX);
    if pages > head.most_pages {
        return Err(LetterRefusal::TooManyPages { pages });
    }
    let options = PdfOptions {
        ident: Smart::Custom(head.ident.clone()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: Some(Timestamp::new_utc(now)),
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|_| LetterRefusal::Broken)?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map(|pdf| (pdf, pages)).map_err(|errors| refuse(&errors))
}

/// A letter with air is easier to read; a letter on one page is easier to file. If tight lines do not
/// save the page either, the air stays.
fn set_well(world: &mut PageWorld) -> Result<PagedDocument, LetterRefusal> {
    let airy = set(world)?;
    if airy.pages().len() != 2 {
        return Ok(airy);
    }
    world.set_tight();
    let tight = set(world)?;
    Ok(if tight.pages().len() == 1 { tight } else { airy })
}

fn set(world: &PageWorld) -> Result<PagedDocument, LetterRefusal> {
    typst::compile(world).output.map_err(|errors| refuse(&errors))
}

/// Only the export knows that a character has no glyph, and says it in words alone (typst 0.15).
fn refuse(errors: &[SourceDiagnostic]) -> LetterRefusal {
    let message = errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("\n");
    let unprintable = ["could not be displayed", "codepoint", "code point"];
    if unprintable.iter().any(|words| message.contains(words)) { LetterRefusal::Unprintable } else { LetterRefusal::Template(message) }
}

fn moment(at: Instant) -> Option<Datetime> {
    let utc = TimeZone::UTC.to_datetime(jiff::Timestamp::from_microsecond(at.micros()).ok()?);
    let small = |number: i8| u8::try_from(number).ok();
    let (month, day) = (small(utc.month())?, small(utc.day())?);
    Datetime::from_ymd_hms(utc.year().into(), month, day, small(utc.hour())?, small(utc.minute())?, small(utc.second())?)
}
