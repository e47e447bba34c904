mod check;
mod parts;

pub use check::CheckPage;
