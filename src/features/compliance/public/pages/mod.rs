//! Pages of the results, for everybody.

mod board;
mod office;
mod parts;
mod village;

pub use board::BoardPage;
pub use office::OfficeResultPage;
use parts::empty_view;
pub use village::VillagePage;
