//! What can be done in a library.

mod add_copies;
mod add_title;
mod cancel_reservation;
mod correct_title;
mod count_visitors;
mod import_books;
mod keep_reader;
mod keep_rules;
mod lend;
mod let_go;
mod lose_copy;
mod moment;
mod renew;
mod reserve;
mod restore_copy;
mod return_copy;
mod stocktake;

pub use add_copies::AddCopies;
pub use add_title::AddTitle;
pub use cancel_reservation::CancelReservation;
pub use correct_title::CorrectTitle;
pub use count_visitors::CountVisitors;
pub use import_books::ImportBooks;
pub use keep_reader::KeepReader;
pub use keep_rules::KeepRules;
pub use lend::LendCopy;
pub use let_go::LetGo;
pub use lose_copy::LoseCopy;
pub use renew::RenewLoan;
pub use reserve::{Fate, ReserveTitle, Whose};
pub use restore_copy::RestoreCopy;
pub use return_copy::{ReturnCopy, Returned};
pub use stocktake::{BeginStocktake, CountCopies, EndStocktake, LONGEST_LABEL, NoteStray};
