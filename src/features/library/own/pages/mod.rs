//! Pages of a reader.

mod loans;

pub use loans::OwnLoansPage;
