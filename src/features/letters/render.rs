//! Sets issued letters on paper, after the commit: a failure delays paper, never numbers. The frozen
//! letter is read again in its office's scope, set by a fenced-in child, stored, and named with its
//! hash; then the form that goes with it, if one does. Carried twice, it gives the same bytes and the
//! first ones stay; carried after a stop in between, the rest follows.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::store::{self, PdfFile, StoredLetter};
use super::{Crest, FrozenLetter, f103_job, letter_job, template};
use crate::access::Refusal;
use crate::domain::{AccountId, BlobId, LetterId};
use crate::server::blobs::{self, Blobs, Lost, Named, Stored};
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};
use crate::server::incident;
use crate::server::outbox::{Carrier, Parcel};
use crate::server::sandbox::{LetterJob, LetterRefusal, Sandbox};

/// What issuing leaves in the outbox.
pub const RENDER: &str = "letters.render";

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Render {
    pub letter: LetterId,
}

/// The carrier of [`RENDER`].
#[derive(Clone)]
pub struct Renderer {
    pub db: Db,
    pub sandbox: Sandbox,
    pub blobs: Blobs,
    /// What offices without arms of their own show: in a demonstration the stand-in, else nothing.
    pub stand_in: Option<Crest>,
}

const PDF: &str = "application/pdf";

impl Carrier for Renderer {
    fn topics(&self) -> &'static [&'static str] {
        &[RENDER]
    }

    async fn carry(&self, parcel: &Parcel) -> Result<(), Refusal> {
        let render: Render =
            serde_json::from_str(&parcel.payload).map_err(|error| incident::report("a message to set a letter is none", &error))?;
        let (stored, frozen, crest) = self.db.write(Read { office: parcel.office, letter: render.letter }).await?;
        if stored.pdf.is_none() {
            let crest = crest_of(&self.blobs, crest, self.stand_in.as_ref()).await?;
            self.set(parcel, render.letter, Sheet::Letter, &job_of(&stored, &frozen, crest.as_ref())?).await?;
        }
        match f103_job(&frozen.data, [&stored.letter.id.to_string(), " F-1.03"].concat(), stored.issued_at) {
            Some(job) if stored.annex.is_none() => self.set(parcel, render.letter, Sheet::Annex, &job).await,
            _ => Ok(()),
        }
    }
}

/// Which of a letter's papers.
#[derive(Clone, Copy)]
enum Sheet {
    Letter,
    Annex,
}

impl Renderer {
    async fn set(&self, parcel: &Parcel, letter: LetterId, sheet: Sheet, job: &LetterJob) -> Result<(), Refusal> {
        let pdf = self.sandbox.render_letter(job).await.map_err(unset)?;
        let kept = self.blobs.put(parcel.office, PDF, &pdf.bytes).await?;
        let sha256 = Sha256::digest(&pdf.bytes).into();
        self.db.write(NamePdf { office: parcel.office, by: parcel.account, letter, sheet, kept, sha256 }).await
    }
}

/// The arms that an office has chosen, or what stands in for them.
///
/// # Errors
/// `Internal` when its picture does not come back.
pub(super) async fn crest_of(blobs: &Blobs, chosen: Option<Named>, stand_in: Option<&Crest>) -> Result<Option<Crest>, Refusal> {
    let Some(named) = chosen else { return Ok(stand_in.cloned()) };
    let bytes = blobs.get(named.office, &named.name).await.map_err(lost)?.to_vec();
    Ok(match named.media.as_str() {
        "image/png" => Some(Crest::Png(bytes)),
        "image/jpeg" => Some(Crest::Jpeg(bytes)),
        _ => None,
    })
}

/// Reads what is to be set. It goes through the writer because a carrier is nobody who could open a
/// scope to read: it acts for an office, not for a person.
struct Read {
    office: i64,
    letter: LetterId,
}

impl Work for Read {
    type Out = (StoredLetter, FrozenLetter, Option<Named>);

    fn reach(&self) -> Reach {
        Reach::Office(self.office)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Self::Out, Stop> {
        self.read(scope).await.map_err(Stop::before_writing)
    }
}

impl Read {
    async fn read(&self, scope: &WriteScope<'_>) -> Result<(StoredLetter, FrozenLetter, Option<Named>), Refusal> {
        let (stored, frozen) = (store::letter(scope, self.letter).await?, store::frozen(scope, self.letter).await?);
        let crest = match frozen.crest {
            Some(blob) => Some(blobs::find(scope, blob).await?),
            None => None,
        };
        Ok((stored, frozen, crest))
    }
}

fn job_of(stored: &StoredLetter, frozen: &FrozenLetter, crest: Option<&Crest>) -> Result<LetterJob, Refusal> {
    // Issuing has compared the template; only an upgrade between issue and paper can change it. Then
    // the words are those of the new release: the paper must come, and it is set once.
    let template = frozen.template().ok().or_else(|| template(&frozen.service)).ok_or(Refusal::NotFound)?;
    let job = letter_job(&frozen.data, template, crest, stored.letter.id.to_string(), stored.issued_at);
    job.ok_or_else(|| incident::report("a letter has no words, or too long an address for its code", &"letter"))
}

fn lost(lost: Lost) -> Refusal {
    match lost {
        Lost::Missing => incident::report("the crest of an office is gone", &"blob"),
        Lost::Broken => incident::report("the crest of an office does not open", &"blob"),
        Lost::Disk(error) => incident::report("the disk failed a crest", &error),
    }
}

/// Why there is no paper. What a template's mistake quotes may be answers, so it is not said.
pub(super) fn unset(refusal: LetterRefusal) -> Refusal {
    match refusal {
        LetterRefusal::Busy => Refusal::Busy,
        LetterRefusal::Template(_) => incident::report("a letter's template has a mistake", &"letter"),
        LetterRefusal::Unprintable => incident::report("a letter holds what its face does not", &"letter"),
        LetterRefusal::TooManyPages { .. } | LetterRefusal::TooHeavy => incident::report("a letter is too heavy to set", &"letter"),
        LetterRefusal::Broken => incident::report("no child could set a letter", &"letter"),
    }
}

/// Names the stored paper in the letter, and the letter's own in what everybody may check. It is no act:
/// nobody wants it, everything in it follows from what was signed, and the record has that already.
struct NamePdf {
    office: i64,
    by: Option<AccountId>,
    letter: LetterId,
    sheet: Sheet,
    kept: Stored,
    sha256: [u8; 32],
}

impl Work for NamePdf {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.office)
    }

    fn by(&self) -> Option<AccountId> {
        self.by
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let stored = store::letter(scope, self.letter).await.map_err(Stop::before_writing)?;
        let named = match self.sheet {
            Sheet::Letter => stored.pdf.is_some(),
            Sheet::Annex => stored.annex.is_some(),
        };
        if named {
            return Ok(());
        }
        self.name(scope, &stored).await.map_err(Stop::Failed)
    }
}

impl NamePdf {
    async fn name(&self, scope: &WriteScope<'_>, stored: &StoredLetter) -> Result<(), Refusal> {
        let blob: BlobId = scope.db().entropy().identity(scope.now());
        blobs::name_it(scope, blob, &self.kept, stored.owner).await?;
        let size_bytes = u64::try_from(self.kept.size_bytes).unwrap_or_default();
        let file = PdfFile { blob, sha256: self.sha256, size_bytes };
        match self.sheet {
            Sheet::Letter => store::attach_pdf(scope, stored, &file).await,
            Sheet::Annex => store::attach_annex(scope, stored, &file).await,
        }
    }
}
