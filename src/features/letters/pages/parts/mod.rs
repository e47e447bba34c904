mod pdf_check;

pub use pdf_check::PdfCheck;
