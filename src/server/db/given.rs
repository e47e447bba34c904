use leptos::prelude::use_context;

use super::Db;
use crate::access::Refusal;
use crate::server::incident;

/// The database that stands behind this request: what server functions read from.
///
/// # Errors
/// `Internal` outside of a request.
pub fn given() -> Result<Db, Refusal> {
    use_context::<Db>().ok_or_else(|| incident::report("no database was given to this request", &"db::given"))
}
