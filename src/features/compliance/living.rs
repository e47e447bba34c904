//! What the system itself can say of an office. Noted once a day, so that a reviewer reads it without reading
//! the office's own rows, and so that it can be told "as of" any day. It decays by itself: every figure looks
//! back over a number of days.

use super::{FigureName, store};
use crate::access::Refusal;
use crate::domain::{Day, Instant, Lang, OfficeCode};
use crate::features::applications::signed_online;
use crate::features::offices::{gazetteer, profile, what_is_missing};
use crate::features::services::catalogue;
use crate::server::clock::day_at;
use crate::server::db::{Db, Reach, Scope, Stop, Work, WriteScope};
use crate::server::session::staff_seen_since;

/// A figure of an office on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiveFigure {
    pub name: FigureName,
    /// `None`: nothing here counts it yet.
    pub value: Option<u32>,
    pub on: Day,
}

impl LiveFigure {
    /// "3. Permohonan yang dikirim warga ..", or that there is nothing yet.
    pub fn in_words(&self) -> String {
        let value = self.value.map_or_else(|| "Belum ada data".to_owned(), |value| ["Sekarang ", &value.to_string()].concat());
        [&value, ". ", self.name.explained()].concat()
    }
}

/// Days over which activity counts.
const MONTH: i64 = 30;

impl FigureName {
    pub const ALL: [Self; 6] =
        [Self::LettersOnline, Self::ActiveOfficer, Self::PagePublished, Self::ServicesPublished, Self::Loans, Self::ComplaintsInTime];

    pub const fn code(self) -> &'static str {
        match self {
            Self::LettersOnline => "letters_online",
            Self::ActiveOfficer => "active_officer",
            Self::PagePublished => "page_published",
            Self::ServicesPublished => "services_published",
            Self::Loans => "loans",
            Self::ComplaintsInTime => "complaints_in_time",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }

    /// How it is counted, for whoever relies on it.
    pub const fn explained(self) -> &'static str {
        match self {
            Self::LettersOnline => "Permohonan yang dikirim warga dari HP atau komputer dan suratnya terbit, 30 hari terakhir.",
            Self::ActiveOfficer => "Petugas kantor ini yang masuk ke sistem, 30 hari terakhir.",
            Self::PagePublished => "1 bila alamat dan nama kepala kantor sudah diisi, sehingga laman kantor lengkap.",
            Self::ServicesPublished => "Layanan yang dapat diajukan di kantor ini; 0 selama kop suratnya belum lengkap.",
            Self::Loans => "Peminjaman buku, 90 hari terakhir.",
            Self::ComplaintsInTime => "Persen pengaduan yang dijawab tepat waktu, 90 hari terakhir.",
        }
    }
}

/// All figures of the office whose rows the scope reads.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn living(scope: &Scope<'_>, now: Instant) -> Result<Vec<LiveFigure>, Refusal> {
    let on = day_at(now, scope.db().zone());
    let mut figures = Vec::with_capacity(FigureName::ALL.len());
    for name in FigureName::ALL {
        figures.push(LiveFigure { name, value: value(scope, name, now).await?, on });
    }
    Ok(figures)
}

async fn value(scope: &Scope<'_>, name: FigureName, now: Instant) -> Result<Option<u32>, Refusal> {
    let since = now.plus_seconds(-MONTH * 86_400);
    Ok(match name {
        FigureName::LettersOnline => Some(signed_online(scope, since).await?),
        FigureName::ActiveOfficer => Some(staff_seen_since(scope, since).await?),
        FigureName::PagePublished => Some(u32::from(is_complete(scope).await?)),
        FigureName::ServicesPublished if is_complete(scope).await? => Some(open_services()),
        FigureName::ServicesPublished => Some(0),
        // Their features are not there yet.
        FigureName::Loans | FigureName::ComplaintsInTime => None,
    })
}

async fn is_complete(scope: &Scope<'_>) -> Result<bool, Refusal> {
    let kept = profile(scope).await?;
    let office = gazetteer().by_code(kept.office).ok_or(Refusal::NotFound)?;
    Ok(what_is_missing(&kept.profile, office.kind).is_empty())
}

fn open_services() -> u32 {
    let open = catalogue().all(Lang::Id).iter().filter(|service| service.open).count();
    u32::try_from(open).unwrap_or(u32::MAX)
}

/// Notes the figures of every office of which none were noted today; of how many.
pub async fn note_figures(db: &Db) -> usize {
    let mut noted = 0;
    for office in gazetteer().all() {
        match db.write(Note(office.code)).await {
            Ok(new) => noted += usize::from(new),
            Err(refusal) => tracing::warn!(office.id = office.code.number(), ?refusal, "figures of an office were not noted"),
        }
    }
    noted
}

/// It goes through the writer because nobody asks who could open a scope to read.
struct Note(OfficeCode);

impl Work for Note {
    type Out = bool;

    fn reach(&self) -> Reach {
        Reach::Office(self.0.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<bool, Stop> {
        let today = day_at(scope.now(), scope.db().zone());
        if store::noted_on(scope, today).await.map_err(Stop::before_writing)? {
            return Ok(false);
        }
        let figures = living(scope, scope.now()).await.map_err(Stop::before_writing)?;
        store::note_figures(scope, &figures).await.map_err(Stop::Failed)?;
        Ok(true)
    }
}
