mod list;
mod record;
mod state;

pub use list::TransfersPage;
pub use record::TransferPage;
use state::{revoked_note, state_mark};
