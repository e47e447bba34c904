use super::Refusal;

/// What stands in an address: nothing, or something that there is.
///
/// # Errors
/// `NotFound` for anything else.
pub fn named<'a, T>(typed: &'a str, find: impl FnOnce(&'a str) -> Option<T>) -> Result<Option<T>, Refusal> {
    if typed.is_empty() { Ok(None) } else { find(typed).map(Some).ok_or(Refusal::NotFound) }
}
