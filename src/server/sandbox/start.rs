use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::process::{self, Silence};
use super::{
    Card, CleanPicture, Inspection, Kind, LetterJob, LetterRefusal, Limits, Pdf, PictureRefusal, SheetLimits, SheetRefusal, SheetRow,
    ShownPicture, letter, picture, sheet, show, wire,
};

/// The one door to the children. Cheap to clone; one per program, so that the places are counted once.
#[derive(Clone)]
pub struct Sandbox(Arc<Places>);

struct Places {
    program: PathBuf,
    pictures: Semaphore,
    cards: Semaphore,
    letters: Semaphore,
}

/// Two pictures or spreadsheets at a time: each may take 448 MiB.
const PICTURES_AT_ONCE: usize = 2;
/// Anybody may ask for one: whoever waits for a photo to be received does not wait for them.
const CARDS_AT_ONCE: usize = 1;
const PICTURE_WALL: Duration = Duration::from_secs(8);
const LETTER_WALL: Duration = Duration::from_secs(3);
const SHEET_WALL: Duration = Duration::from_secs(3);
/// Who waits longer than this for a place is told to come back; a phone gives up at about the same time.
const LONGEST_QUEUE: Duration = Duration::from_secs(20);

impl Sandbox {
    /// Children of the program at this path: the running one, or, for tests, the one they test.
    pub fn of(program: impl Into<PathBuf>) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self(Arc::new(Places {
            program: program.into(),
            pictures: Semaphore::new(PICTURES_AT_ONCE),
            cards: Semaphore::new(CARDS_AT_ONCE),
            letters: Semaphore::new(cores),
        }))
    }

    /// Decodes, turns upright, shrinks and encodes a picture anew, so that nothing of the file but its
    /// pixels is left. Refuses with a reason that the sender can act on.
    pub async fn clean_picture(&self, bytes: &[u8], limits: Limits) -> Result<CleanPicture, PictureRefusal> {
        picture::check(bytes, limits)?;
        let head = serde_json::to_vec(&limits).map_err(|_| PictureRefusal::Broken)?;
        let _place = place(&self.0.pictures).await.ok_or(PictureRefusal::Busy)?;
        let answer = process::run(&self.0.program, Kind::Image, &[&head, bytes], PICTURE_WALL, limits.most_answer_bytes()).await;
        picture::read(&answer.map_err(PictureRefusal::from)?)
    }

    /// The same for a picture that everybody will be shown: in several sizes, each in two formats.
    pub async fn show_picture(&self, bytes: &[u8]) -> Result<ShownPicture, PictureRefusal> {
        let limits = Limits { picture_side: show::LARGEST, ..Limits::default() };
        picture::check(bytes, limits)?;
        let head = serde_json::to_vec(&limits).map_err(|_| PictureRefusal::Broken)?;
        let _place = place(&self.0.pictures).await.ok_or(PictureRefusal::Busy)?;
        // Six files, none of them larger than one of the largest.
        let most = 2 * limits.most_answer_bytes();
        let answer = process::run(&self.0.program, Kind::Show, &[&head, bytes], PICTURE_WALL, most).await;
        show::read(&answer.map_err(PictureRefusal::from)?)
    }

    /// A picture with a line written across it. `jpeg` is one that [`Self::clean_picture`] has made.
    pub async fn mark_picture(&self, jpeg: &[u8], line: &str) -> Result<Vec<u8>, PictureRefusal> {
        let head = serde_json::to_vec(line).map_err(|_| PictureRefusal::Broken)?;
        let _place = place(&self.0.pictures).await.ok_or(PictureRefusal::Busy)?;
        let most = Limits::default().most_answer_bytes();
        let answer = process::run(&self.0.program, Kind::Mark, &[&head, jpeg], PICTURE_WALL, most).await?;
        picture::read_marked(&answer)
    }

    /// The card with which a product is shared. `picture`: a photo that [`Self::show_picture`] has made, or one of ours.
    pub async fn draw_card(&self, card: &Card, picture: &[u8]) -> Result<Vec<u8>, PictureRefusal> {
        let head = serde_json::to_vec(card).map_err(|_| PictureRefusal::Broken)?;
        let _place = place(&self.0.cards).await.ok_or(PictureRefusal::Busy)?;
        let most = Limits::default().most_answer_bytes();
        let answer = process::run(&self.0.program, Kind::Card, &[&head, picture], PICTURE_WALL, most).await?;
        picture::read_marked(&answer)
    }

    /// Typesets a letter. Equal jobs give equal bytes.
    pub async fn render_letter(&self, job: &LetterJob) -> Result<Pdf, LetterRefusal> {
        let head = letter::head(job)?;
        let pieces: Vec<&[u8]> = std::iter::once(&head[..]).chain(job.files.values().map(|file| &file[..])).collect();
        let _place = place(&self.0.letters).await.ok_or(LetterRefusal::Busy)?;
        let answer = process::run(&self.0.program, Kind::Letter, &pieces, LETTER_WALL, letter::MOST_ANSWER_BYTES).await;
        letter::read(&answer.map_err(LetterRefusal::from)?)
    }

    /// The cells of the first sheet of an XLSX file.
    pub async fn read_sheet(&self, bytes: &[u8], limits: SheetLimits) -> Result<Vec<SheetRow>, SheetRefusal> {
        let head = serde_json::to_vec(&limits).map_err(|_| SheetRefusal::Broken)?;
        let _place = place(&self.0.pictures).await.ok_or(SheetRefusal::Busy)?;
        let most = sheet::most_answer_bytes(limits);
        let answer = process::run(&self.0.program, Kind::Sheet, &[&head, bytes], SHEET_WALL, most).await;
        sheet::read(&answer.map_err(SheetRefusal::from)?, limits)
    }

    /// Lets a child try to get out, for `doctor`. `None` when no child could be fenced in at all: then
    /// no picture and no letter will work on this machine either.
    pub async fn inspect(&self) -> Option<Inspection> {
        let answer = process::run(&self.0.program, Kind::Probe, &[], LETTER_WALL, 64 << 10).await.ok()?;
        serde_json::from_slice(wire::unpack(&answer)?.first()?).ok()
    }
}

async fn place(places: &Semaphore) -> Option<SemaphorePermit<'_>> {
    timeout(LONGEST_QUEUE, places.acquire()).await.ok()?.ok()
}

impl From<Silence> for PictureRefusal {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::TooHeavy => Self::TooHeavy,
            Silence::Panicked => Self::Damaged,
            Silence::Broken => Self::Broken,
        }
    }
}

impl From<Silence> for SheetRefusal {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::TooHeavy | Silence::Panicked => Self::Unreadable,
            Silence::Broken => Self::Broken,
        }
    }
}

impl From<Silence> for LetterRefusal {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::TooHeavy => Self::TooHeavy,
            Silence::Panicked | Silence::Broken => Self::Broken,
        }
    }
}
