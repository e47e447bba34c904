mod code_field;
mod due;
mod hidden;
mod missing;
mod queue_table;
mod reason_form;
mod result;
mod returning;
mod state;

pub use code_field::code_field;
pub use due::due_view;
pub use hidden::hidden;
pub use missing::missing_view;
pub use queue_table::queue_table;
pub use reason_form::reason_form;
pub use result::result_note;
pub use returning::returning_form;
pub use state::state_mark;
