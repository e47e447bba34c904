use crate::domain::InterloanId;
use crate::server::act::Object;

pub fn of_interloan(id: InterloanId) -> Object {
    Object::new("library_interloan", id)
}
