//! What the system itself can say of an office. Noted once a day, so that a reviewer reads it without reading
//! the office's own rows, and so that it can be told "as of" any day. It decays by itself: every figure looks
//! back over a number of days.

use super::{FigureName, store};
use crate::access::Refusal;
use crate::domain::{Day, Instant, Lang, OfficeCode};
use crate::features::applications::signed_online;
use crate::features::catalogue::products_here;
use crate::features::library::{loans_since, stock};
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
    /// "Saat itu 3. Permohonan yang dikirim warga ..", or that there is nothing yet.
    pub fn in_words(&self) -> String {
        let value = self.value.map_or_else(|| "Belum ada data".to_owned(), |value| ["Saat itu ", &value.to_string()].concat());
        [&value, ". ", self.name.explained()].concat()
    }
}

/// Days over which activity counts.
const MONTH: i64 = 30;
const QUARTER: i64 = 90;

impl FigureName {
    /// No item of the version 2016-13 asks for products; they are noted for the versions after it.
    pub const ALL: [Self; 8] = [
        Self::LettersOnline,
        Self::ActiveOfficer,
        Self::PagePublished,
        Self::ServicesPublished,
        Self::Loans,
        Self::TitlesRecorded,
        Self::ComplaintsInTime,
        Self::ProductsPublished,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::LettersOnline => "letters_online",
            Self::ActiveOfficer => "active_officer",
            Self::PagePublished => "page_published",
            Self::ServicesPublished => "services_published",
            Self::Loans => "loans",
            Self::TitlesRecorded => "titles_recorded",
            Self::ComplaintsInTime => "complaints_in_time",
            Self::ProductsPublished => "products_published",
        }
    }

    /// How it is counted, for whoever relies on it.
    pub const fn explained(self) -> &'static str {
        match self {
            Self::LettersOnline => "Permohonan yang dikirim warga dari HP atau komputer dan suratnya terbit, 30 hari terakhir.",
            Self::ActiveOfficer => "Petugas kantor ini yang masuk ke sistem, 30 hari terakhir.",
            Self::PagePublished => "1 bila alamat dan nama kepala kantor sudah diisi, sehingga laman kantor lengkap.",
            Self::ServicesPublished => "Layanan yang dapat diajukan di kantor ini; 0 selama kop suratnya belum lengkap.",
            Self::Loans => "Peminjaman buku, 90 hari terakhir.",
            Self::TitlesRecorded => "Judul di katalog perpustakaan kantor ini yang bukunya ada.",
            Self::ComplaintsInTime => "Persen pengaduan yang dijawab tepat waktu, 90 hari terakhir.",
            Self::ProductsPublished => "Produk warga yang tampil di pasar pada hari itu, sudah disetujui kantor dan tidak disembunyikan.",
        }
    }
}

/// All figures of the office whose rows the scope reads.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn living(scope: &Scope<'_>, now: Instant) -> Result<Vec<LiveFigure>, Refusal> {
    let (on, since) = (day_at(now, scope.db().zone()), now.plus_seconds(-MONTH * 86_400));
    let (letters, officers) = (signed_online(scope, since).await?, staff_seen_since(scope, since).await?);
    let (loans, (titles, _)) = (loans_since(scope, now.plus_seconds(-QUARTER * 86_400)).await?, stock(scope).await?);
    let (complete, products) = (is_complete(scope).await?, products_here(scope).await?);
    let value = |name| match name {
        FigureName::LettersOnline => Some(letters),
        FigureName::ActiveOfficer => Some(officers),
        FigureName::PagePublished => Some(u32::from(complete)),
        FigureName::ServicesPublished => Some(if complete { open_services() } else { 0 }),
        FigureName::Loans => Some(loans),
        FigureName::TitlesRecorded => Some(titles),
        FigureName::ProductsPublished => Some(products),
        // Its feature is not there yet.
        FigureName::ComplaintsInTime => None,
    };
    Ok(FigureName::ALL.map(|name| LiveFigure { name, value: value(name), on }).to_vec())
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
    let today = day_at(db.clock().now(), db.zone());
    let known = match store::noted_on(db, today).await {
        Ok(known) => known,
        Err(refusal) => {
            tracing::warn!(?refusal, "nobody knows which figures were noted today");
            return 0;
        }
    };
    let mut noted = 0;
    for office in gazetteer().all().iter().filter(|office| !known.contains(&office.code)) {
        match db.write(Note(office.code)).await {
            Ok(()) => noted += 1,
            // Another server was faster, or the database does not answer.
            Err(refusal) => tracing::warn!(office.id = office.code.number(), ?refusal, "figures of an office were not noted"),
        }
    }
    noted
}

/// It goes through the writer because nobody asks who could open a scope to read.
struct Note(OfficeCode);

impl Work for Note {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.0.number())
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        let figures = living(scope, scope.now()).await.map_err(Stop::before_writing)?;
        store::note_figures(scope, &figures).await.map_err(Stop::Failed)
    }
}
