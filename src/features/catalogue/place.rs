//! Where a page of a list begins, as it stands in an address: `1795910400000000.0193f2a8-…`.

use super::store::ListPlace;

pub fn write_place((at, id): ListPlace) -> String {
    [&at.to_string(), ".", &id.to_string()].concat()
}

/// What is no place is the beginning.
pub fn read_place(text: &str) -> Option<ListPlace> {
    let (at, id) = text.split_once('.')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}
