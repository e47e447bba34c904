//! What goes through the pipes: pieces of bytes, each after its length. The first piece is always
//! JSON and says what the others are.

use std::io::{self, Read, Write};

/// The most pieces that one message has; a letter brings its templates, its answers and two pictures.
const MOST_PIECES: usize = 64;

/// What is sent before a piece. A piece is a picture, a template or a PDF, far below 4 GiB; of a longer
/// one the receiver would find the message cut off.
pub fn length(piece: &[u8]) -> [u8; 4] {
    u32::try_from(piece.len()).unwrap_or(u32::MAX).to_le_bytes()
}

/// A whole message of these pieces, for where it is kept and not sent.
pub fn pack(pieces: &[&[u8]]) -> Vec<u8> {
    pieces.iter().flat_map(|piece| length(piece).into_iter().chain(piece.iter().copied())).collect()
}

/// The pieces of a whole message, or `None` when it is cut off or has too many of them.
pub fn unpack(mut message: &[u8]) -> Option<Vec<&[u8]>> {
    let mut pieces = Vec::new();
    while !message.is_empty() {
        let (length, rest) = message.split_first_chunk::<4>()?;
        let (piece, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        if pieces.len() == MOST_PIECES {
            return None;
        }
        pieces.push(piece);
        message = rest;
    }
    Some(pieces)
}

/// The child's side: everything from standard input.
pub fn read_all() -> io::Result<Vec<u8>> {
    let mut message = Vec::new();
    io::stdin().lock().read_to_end(&mut message)?;
    Ok(message)
}

/// The child's side: the whole answer to standard output.
pub fn write_all(pieces: &[&[u8]]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for piece in pieces {
        out.write_all(&length(piece))?;
        out.write_all(piece)?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_message_that_was_cut_off_is_no_message() {
        let whole = b"\x02\0\0\0{}\x07\0\0\0picture";
        assert_eq!(unpack(whole), Some(vec![&b"{}"[..], &b"picture"[..]]));
        assert_eq!(pack(&[b"{}", b"picture"]), whole);
        for cut in (1..whole.len()).filter(|cut| *cut != 6) {
            assert_eq!(unpack(&whole[..cut]), None, "cut at {cut}");
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_from_a_child_is_read_without_a_panic(bytes: Vec<u8>) {
            let _ = unpack(&bytes);
        }
    }
}
