mod facsimile;
mod pdf_check;

pub use facsimile::LetterFacsimile;
pub use pdf_check::PdfCheck;
