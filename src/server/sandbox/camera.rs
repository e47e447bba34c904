//! What a camera has written into a photo beside its pixels. Read in a child, and only for the day: the rest
//! (where it was taken, with which phone) is left behind with the file.

use std::io::Cursor;

use exif::{DateTime, Exif, In, Reader, Tag, Value};

use crate::domain::Day;

/// When the picture was taken, on the clock of the camera; not when it was copied or edited, as long as it says so.
pub(super) fn day_taken(bytes: &[u8]) -> Option<Day> {
    let written = Reader::new().read_from_container(&mut Cursor::new(bytes)).ok()?;
    [Tag::DateTimeOriginal, Tag::DateTimeDigitized, Tag::DateTime].into_iter().find_map(|tag| day_of(&written, tag))
}

fn day_of(written: &Exif, tag: Tag) -> Option<Day> {
    let Value::Ascii(texts) = &written.get_field(tag, In::PRIMARY)?.value else { return None };
    let time = DateTime::from_ascii(texts.first()?).ok()?;
    Day::new(time.year, time.month, time.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The least that is a JPEG with a day in it: one directory of one entry.
    fn jpeg(day: &str) -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0\x01\0".to_vec();
        tiff.extend_from_slice(b"\x32\x01\x02\0\x14\0\0\0\x1a\0\0\0\0\0\0\0");
        tiff.extend_from_slice(day.as_bytes());
        tiff.push(0);
        let length = u16::try_from(tiff.len() + 8).expect("short").to_be_bytes();
        [&b"\xff\xd8\xff\xe1"[..], &length, b"Exif\0\0", &tiff, b"\xff\xd9"].concat()
    }

    #[test]
    fn a_camera_says_when_and_what_is_no_day_is_none() {
        assert_eq!(day_taken(&jpeg("2026:11:20 08:30:00")), Day::new(2026, 11, 20));
        for (what, bytes) in [
            ("no day", jpeg("2026:13:40 08:30:00")),
            ("blank", jpeg("    :  :     :  :  ")),
            ("nothing written", b"\xff\xd8\xff\xd9".to_vec()),
            ("cut", jpeg("2026:11:20 08:30:00")[..30].to_vec()),
            ("no picture", b"<svg>".to_vec()),
        ] {
            assert_eq!(day_taken(&bytes), None, "{what}");
        }
    }
}
