use serde::{Deserialize, Serialize};

/// The kinds of pictures that are taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureKind {
    Jpeg,
    Png,
    WebP,
}

/// What a file is instead of a picture that we take. Named, because people can act on it: an iPhone
/// can be told to send JPEG, a PDF can be photographed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    Gif,
    Svg,
    Pdf,
    Heic,
    Other,
}

/// What the first bytes say; the name and the declared type are not asked.
pub fn picture_kind(bytes: &[u8]) -> Result<PictureKind, Found> {
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("image/jpeg") => Ok(PictureKind::Jpeg),
        Some("image/png") => Ok(PictureKind::Png),
        Some("image/webp") => Ok(PictureKind::WebP),
        Some("image/gif") => Err(Found::Gif),
        Some("application/pdf") => Err(Found::Pdf),
        Some("image/heif" | "image/avif") => Err(Found::Heic),
        _ if looks_like_svg(bytes) => Err(Found::Svg),
        _ => Err(Found::Other),
    }
}

/// An SVG is text, which has no magic bytes; this only chooses the words of the refusal.
fn looks_like_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    start.windows(4).any(|four| four == b"<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(picture_kind(b"\xFF\xD8\xFF\xE0...."), Ok(PictureKind::Jpeg));
        assert_eq!(picture_kind(b"\x89PNG\r\n\x1a\n"), Ok(PictureKind::Png));
        assert_eq!(picture_kind(b"RIFF\x10\0\0\0WEBPVP8 "), Ok(PictureKind::WebP));
        assert_eq!(picture_kind(b"GIF89a\x01\x00"), Err(Found::Gif));
        assert_eq!(picture_kind(b"%PDF-1.7\n"), Err(Found::Pdf));
        assert_eq!(picture_kind(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Err(Found::Heic));
        assert_eq!(picture_kind(b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Err(Found::Svg));
        assert_eq!(picture_kind(b"<html><script>"), Err(Found::Other));
        assert_eq!(picture_kind(b""), Err(Found::Other));
    }
}
