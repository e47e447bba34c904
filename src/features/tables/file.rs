use serde::{Deserialize, Serialize};

use super::{csv, xlsx};
use crate::access::Refusal;
use crate::domain::OfficeCode;
use crate::forms::{ProblemCode, Problems};
use crate::server::blobs::{Blobs, Lost};
use crate::server::engine::Engine;
use crate::server::incident;
use crate::server::sandbox::{SheetLimits, SheetRefusal, SheetRow};

/// Rows of one file, its heads among them: more than any village sells, or has books.
pub const MOST_ROWS: usize = 2_000;
/// Of the file. Two thousand rows with a story each are less.
const MOST_BYTES: usize = 2 << 20;
const LIMITS: SheetLimits = SheetLimits { rows: MOST_ROWS + 1, columns: 64, text_bytes: 4 << 20 };

/// The field in which a file is chosen.
pub const FILE: &str = "berkas";

/// A file as it came: of which kind, and what its cells say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub kind: SheetKind,
    pub rows: Vec<SheetRow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetKind {
    Csv,
    Xlsx,
}

impl SheetKind {
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    pub const fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// # Errors
    /// `Internal` when there is more than a spreadsheet holds.
    pub fn write(self, rows: &[Vec<String>], outside: Outside) -> Result<Vec<u8>, Refusal> {
        let rows = rows.iter().map(Vec::as_slice);
        match self {
            Self::Csv => Ok(csv::write(rows).into_bytes()),
            Self::Xlsx => xlsx::write(rows, outside),
        }
    }
}

/// What a spreadsheet has to be told beside the cells.
#[derive(Clone, Copy, Debug)]
pub struct Outside {
    /// Of the sheet.
    pub name: &'static str,
    /// Whether the cells under a head are plain figures, which may be added up.
    pub figures: fn(&str) -> bool,
}

/// Reads a file that somebody sent. A spreadsheet is packed, and unpacked behind the fence; text is read here.
///
/// # Errors
/// `Invalid` says at the field what is wrong with the file; `Busy` when all places are taken.
pub async fn read_file(engine: &Engine, bytes: &[u8]) -> Result<Sheet, Refusal> {
    let wrong = |code| Err(Refusal::Invalid(Problems::one(FILE, code)));
    let most = ProblemCode::TooManyRows { max: u32::try_from(MOST_ROWS).unwrap_or(u32::MAX) };
    if bytes.is_empty() {
        return wrong(ProblemCode::MissingFile);
    }
    if bytes.len() > MOST_BYTES {
        return Err(too_big());
    }
    if bytes.starts_with(PACKED) {
        return match engine.sandbox.read_sheet(bytes, LIMITS).await {
            Ok(rows) => Ok(Sheet { kind: SheetKind::Xlsx, rows }),
            Err(SheetRefusal::TooManyRows) => wrong(most),
            Err(SheetRefusal::Unreadable) => wrong(ProblemCode::TableUnreadable),
            Err(SheetRefusal::Busy) => Err(Refusal::Busy),
            Err(SheetRefusal::Broken) => Err(incident::report("no child could read a table", &"sandbox")),
        };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => {
            let rows = csv::read(text, LIMITS.rows);
            if rows.len() > LIMITS.rows { wrong(most) } else { Ok(Sheet { kind: SheetKind::Csv, rows }) }
        }
        _ => wrong(ProblemCode::NotATable),
    }
}

/// More than a table may weigh.
pub fn too_big() -> Refusal {
    Refusal::Invalid(Problems::one(FILE, ProblemCode::PictureTooBig { max_mb: (MOST_BYTES >> 20) as u32 }))
}

/// How every XLSX begins.
const PACKED: &[u8] = b"PK\x03\x04";

const MEDIA: &str = "application/json";

/// Keeps what was read until it is written, or forgotten: no row names it, so it is swept after two days.
///
/// # Errors
/// `Busy` when the disk is full or fails.
pub async fn keep(blobs: &Blobs, office: OfficeCode, sheet: &Sheet) -> Result<String, Refusal> {
    let content = serde_json::to_vec(sheet).map_err(|error| incident::report("a table is not JSON", &error))?;
    Ok(blobs.put(office.number(), MEDIA, &content).await?.name)
}

/// What an office has kept under this name.
///
/// # Errors
/// `NotFound` when it was swept, is no table, or is of another office.
pub async fn kept(blobs: &Blobs, office: OfficeCode, name: &str) -> Result<Sheet, Refusal> {
    if name.is_empty() || !name.bytes().all(|letter| letter.is_ascii_alphanumeric()) {
        return Err(Refusal::NotFound);
    }
    let content = match blobs.get(office.number(), name).await {
        Err(Lost::Missing) => return Err(Refusal::NotFound),
        content => content?,
    };
    serde_json::from_slice(&content).map_err(|_| Refusal::NotFound)
}
