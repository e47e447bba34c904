//! Everything that is written goes through here: on SQLite one task with one connection, on
//! PostgreSQL a transaction of its own. Either way it runs to its end when the request that wanted it
//! has gone, and is answered only after the commit.

mod grouped;
mod job;
mod queue;
mod single;
mod work;

pub(super) use handle::Writer;
pub(crate) use work::{Stop, Work};

mod handle;
