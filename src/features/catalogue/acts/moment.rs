//! What every act on a listing leaves behind.

use crate::access::Refusal;
use crate::domain::ListingId;
use crate::features::catalogue::Listing;
use crate::features::catalogue::store::Stored;
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Change, Object};

/// A shop or a product, under its own kind in the record.
pub fn changed<C: Stored, D>(listing: &Listing<C>, fields: &'static [&'static str], done: D) -> Change<D> {
    Change::of(object::<C>(listing.id), done).fields(fields)
}

fn object<C: Stored>(id: ListingId) -> Object {
    Object::new(C::KIND, id)
}

/// A sentence that somebody has to read; nothing is returned or hidden without one.
///
/// # Errors
/// `Invalid` of the field `alasan`.
pub fn must_say(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing))) } else { Ok(()) }
}
