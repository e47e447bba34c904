//! The vocabulary of permission: who may be asking, what was decided, and how "no" is said.

mod act_name;
mod actor;
mod audience;
mod decision;
mod named;
mod refusal;
mod role;
mod taught;

pub use act_name::ActName;
pub use actor::{Actor, Hat};
pub use audience::Audience;
pub use decision::Decision;
pub use named::named;
pub use refusal::{Code, Incident, Refusal};
pub use role::{Role, Unit};
