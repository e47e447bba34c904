//! Files of titles that everybody may read, because their licence is an open one.

use super::policy::{self, Facts};
use super::store;
use crate::access::{ActName, Actor, Code, Refusal, Unit};
use crate::domain::{BlobId, Lang, OfficeCode, TitleId};
use crate::forms::{Checks, ProblemCode, Problems, read};
use crate::server::blobs::Stored;
use crate::server::db::{Db, OfficeScope, PublicScope};

/// Under which a file may be given to everybody. Anything else stays out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// Its term of protection is over, or it never had one (UU 28/2014, articles 42 and 58).
    PublicDomain,
    Cc0,
    CcBy,
    CcBySa,
    CcByNcSa,
}

impl Licence {
    pub const ALL: [Self; 5] = [Self::PublicDomain, Self::Cc0, Self::CcBy, Self::CcBySa, Self::CcByNcSa];

    pub const fn code(self) -> &'static str {
        match self {
            Self::PublicDomain => "pd",
            Self::Cc0 => "cc0",
            Self::CcBy => "cc-by",
            Self::CcBySa => "cc-by-sa",
            Self::CcByNcSa => "cc-by-nc-sa",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|licence| licence.code() == code)
    }

    pub const fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::PublicDomain, Lang::Id) => "Domain publik",
            (Self::PublicDomain, Lang::En) => "Public domain",
            (Self::Cc0, _) => "CC0 1.0",
            (Self::CcBy, _) => "CC BY 4.0",
            (Self::CcBySa, _) => "CC BY-SA 4.0",
            (Self::CcByNcSa, _) => "CC BY-NC-SA 4.0",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookFile {
    pub id: BlobId,
    pub title: TitleId,
    /// At which its bytes are kept.
    pub office: OfficeCode,
    /// Under which they are kept there. Nobody outside is told it.
    pub file: String,
    pub size_bytes: i64,
    pub licence: Licence,
    /// Who has published it, or where.
    pub source: String,
}

impl BookFile {
    /// Of one title.
    pub const MOST: usize = 3;
    pub const PDF: &str = "application/pdf";

    pub fn size_kb(&self) -> u32 {
        u32::try_from((self.size_bytes + 1_023) / 1_024).unwrap_or(u32::MAX).max(1)
    }

    /// # Errors
    /// `Conflict(TooManyFiles)`.
    pub fn may_be_added(there: usize) -> Result<(), Refusal> {
        if there >= Self::MOST { Err(Refusal::Conflict(Code::TooManyFiles)) } else { Ok(()) }
    }
}

/// Longest source, in characters.
const SOURCE: u32 = 200;

/// What is said of a file that has come.
///
/// # Errors
/// `Invalid` at `berkas`, `lisensi` and `sumber`.
pub fn said_of_file(there: bool, licence: &str, source: &str) -> Result<(Licence, String), Refusal> {
    let mut checks = Checks::default();
    let file = checks.field("berkas", if there { Ok(()) } else { Err(ProblemCode::MissingFile) });
    let licence = checks.field("lisensi", Licence::parse(licence).ok_or(ProblemCode::MissingChoice));
    let source = checks.filled("sumber", read::line(source, SOURCE));
    checks.done(file.zip(licence).zip(source), |((_, licence), source)| (licence, source)).map_err(Refusal::Invalid)
}

/// Only a PDF is a book; a photo of a page is none.
///
/// # Errors
/// `Invalid` at `berkas`.
pub fn must_be_a_book(stored: &Stored) -> Result<(), Refusal> {
    if stored.media == BookFile::PDF { Ok(()) } else { Err(Refusal::Invalid(Problems::one("berkas", ProblemCode::NotAFile))) }
}

/// The library that entered the title, for who may bring a file of it.
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for another library, and for who may only look. How many there may be the act says,
/// which knows a form that is sent again.
pub async fn may_add_file(db: &Db, actor: &Actor, title: &str) -> Result<(OfficeCode, TitleId), Refusal> {
    let Some(Unit::Office(office)) = actor.unit() else { return Err(Refusal::NotFound) };
    let id: TitleId = title.parse().map_err(|_| Refusal::NotFound)?;
    let scope = OfficeScope::open(db, actor).await?;
    let known = store::title(&scope, id).await?;
    policy::decide(actor, ActName::AddBookFile, Facts::entered(known.entered_by, office.number())).permit()?;
    Ok((office, id))
}

/// Where a file is, for everybody.
///
/// # Errors
/// `NotFound` for none.
pub async fn public_book(db: &Db, id: &str) -> Result<(OfficeCode, String), Refusal> {
    let id: BlobId = id.parse().map_err(|_| Refusal::NotFound)?;
    let file = store::public_file(&PublicScope::open(db).await?, id).await?;
    Ok((file.office, file.file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_an_open_licence_or_a_source_stays_out() {
        let wrong = |there, licence, source| match said_of_file(there, licence, source) {
            Err(Refusal::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        assert_eq!(wrong(false, "", " "), ["berkas", "lisensi", "sumber"]);
        assert_eq!(wrong(true, "hak cipta", "Penerbit"), ["lisensi"]);
        assert_eq!(said_of_file(true, "cc-by", " Kemendikdasmen "), Ok((Licence::CcBy, "Kemendikdasmen".to_owned())));
        assert!(Licence::ALL.iter().all(|licence| Licence::parse(licence.code()) == Some(*licence)));
        assert!(BookFile::may_be_added(2).is_ok() && BookFile::may_be_added(3).is_err());
    }
}
