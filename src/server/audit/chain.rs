use sha2::{Digest, Sha256};

use super::entity::line::Model;

/// What the first line of a chain follows.
pub(super) const BEGINNING: [u8; 32] = [0; 32];

/// `SHA-256(prev || canonical line)`.
pub(super) fn hash(prev: &[u8], line: &Model) -> [u8; 32] {
    Sha256::new().chain_update(prev).chain_update(canonical(line)).finalize().into()
}

/// A line as bytes, in one way only: each field with its length before it, in this order. A new
/// column goes to the end, and only into lines that have it.
fn canonical(line: &Model) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(256);
    let mut add = |field: &[u8]| {
        bytes.extend_from_slice(&(field.len() as u64).to_be_bytes());
        bytes.extend_from_slice(field);
    };
    let id = |id: &Option<uuid::Uuid>| id.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    add(&line.office_id.to_be_bytes());
    add(&line.seq.to_be_bytes());
    add(&line.at.to_be_bytes());
    add(&id(&line.actor));
    add(&id(&line.hat));
    add(line.role.as_bytes());
    add(line.act.as_bytes());
    add(line.object_kind.as_bytes());
    add(line.object_id.as_bytes());
    add(line.fields.as_bytes());
    add(line.request.as_bytes());
    bytes
}
