//! Forms: the one that submits, its state, and its fields.

mod cell;
mod choice;
mod date;
mod field;
mod gone_row;
mod key_field;
mod schema_fields;
mod state;
mod submit;
mod summary;
mod text_field;
mod textarea;
mod tick;
mod whole;
mod with_file;

#[cfg(feature = "ssr")]
mod examples;
#[cfg(feature = "ssr")]
mod plain;

pub use cell::Cell;
pub use choice::{Choices, Select};
pub use date::DateField;
pub use gone_row::GoneRow;
pub use key_field::key_field;
pub use schema_fields::SchemaFields;
pub use state::FormState;
pub use submit::Submit;
pub use text_field::{TextField, TextKind};
pub use textarea::TextArea;
pub use tick::Tick;
pub use whole::{Form, was_refused};
pub use with_file::{FileField, FileForm};

#[cfg(feature = "ssr")]
pub use examples::form_examples;
#[cfg(feature = "ssr")]
pub use plain::PlainForm;
