mod check;
mod parts;

pub use check::CheckPage;
pub use parts::LetterFacsimile;
