//! Pages of a reader.

mod clubs;
mod loans;

pub use clubs::OwnClubsPage;
pub use loans::OwnLoansPage;
