//! The database: SQLite or PostgreSQL by its address, one writer, scopes, migrations.

mod address;
mod connect;
mod edition;
mod error;
mod given;
mod heard;
pub mod migrations;
mod openings;
mod postgres;
mod scope;
pub(in crate::server) mod snapshot;
mod sqlite;
mod tenant;
#[cfg(test)]
mod tests;
mod tripwire;
mod write_scope;
mod writer;

pub use address::{Address, WrongAddress};
pub use connect::{Db, NoDatabase, Surroundings, is_new, migrate};
pub use edition::Edition;
pub use error::{Trouble, trouble, unique_is, unique_is_busy};
pub use given::given;
pub use openings::{KecamatanScope, OfficeScope, OwnScope, PublicScope, RegencyScope, ShownScope, WideScope};
pub(crate) use scope::Reach;
pub use scope::{Scope, id_of, key};
pub use tenant::{PublicEntity, RegencyEntity, ResidentsReach, TenantEntity, VersionedEntity, WideEntity};
pub(in crate::server) use tripwire::every_office;
pub use write_scope::WriteScope;
pub(crate) use writer::{Stop, Work};
