//! The child's work on a picture. Each step that could be made expensive by the file comes after the
//! step that would have refused it.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, RgbImage};

use super::picture::{Limits, PictureRefusal, Size};
use super::picture_kind::{PictureKind, picture_kind};
use super::wire;

/// Good enough for the small print of a family card, about 220 KB for a page.
pub(super) const PICTURE_QUALITY: u8 = 80;
const THUMBNAIL_QUALITY: u8 = 72;
/// Text and colour profiles inside a PNG are unpacked up to this; no honest one is near it.
const PNG_EXTRAS_BYTES: u64 = 4 << 20;

pub fn answer(pieces: &[&[u8]]) -> Option<()> {
    let [limits, bytes] = pieces else { return None };
    let limits = serde_json::from_slice(limits).ok()?;
    match clean(bytes, limits) {
        Ok((size, jpeg, thumbnail)) => {
            wire::write_all(&[&serde_json::to_vec(&Ok::<_, PictureRefusal>(size)).ok()?, &jpeg, &thumbnail]).ok()
        }
        Err(refusal) => wire::write_all(&[&serde_json::to_vec(&Err::<Size, _>(refusal)).ok()?]).ok(),
    }
}

fn clean(bytes: &[u8], limits: Limits) -> Result<(Size, Vec<u8>, Vec<u8>), PictureRefusal> {
    let picture = open(bytes, limits)?;
    let thumbnail = fit(DynamicImage::ImageRgb8(picture.clone()), limits.thumbnail_side).into_rgb8();
    let size = Size { width: picture.width(), height: picture.height() };
    Ok((size, encode(&picture, PICTURE_QUALITY)?, encode(&thumbnail, THUMBNAIL_QUALITY)?))
}

/// The pixels of a file, upright, on white, and at most as large as they may be.
pub(super) fn open(bytes: &[u8], limits: Limits) -> Result<RgbImage, PictureRefusal> {
    let file = Cursor::new(bytes);
    let whole = match picture_kind(bytes).map_err(PictureRefusal::NotAPicture)? {
        PictureKind::Jpeg => decode(JpegDecoder::new(file).map_err(refuse)?, limits)?,
        PictureKind::Png => {
            let mut extras = image::Limits::no_limits();
            extras.max_alloc = Some(PNG_EXTRAS_BYTES);
            decode(PngDecoder::with_limits(file, extras).map_err(refuse)?, limits)?
        }
        PictureKind::WebP => decode(WebPDecoder::new(file).map_err(refuse)?, limits)?,
    };
    Ok(on_white(whole))
}

/// Header first: the size is known before a pixel is unpacked. Turning comes after shrinking, because
/// a turn needs a second copy.
fn decode(mut decoder: impl ImageDecoder, limits: Limits) -> Result<DynamicImage, PictureRefusal> {
    let (width, height) = decoder.dimensions();
    if width > limits.side || height > limits.side || u64::from(width) * u64::from(height) > limits.pixels {
        return Err(PictureRefusal::TooLarge { width, height });
    }
    // An orientation that cannot be read is no reason to refuse somebody's photo.
    let turn = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = fit(DynamicImage::from_decoder(decoder).map_err(refuse)?, limits.picture_side);
    picture.apply_orientation(turn);
    Ok(picture)
}

/// At most `side` on its longer side; never larger than it was. A large picture is first averaged down
/// to twice the size, which needs no second large buffer, and only then filtered.
pub(super) fn fit(picture: DynamicImage, side: u32) -> DynamicImage {
    let longer = picture.width().max(picture.height());
    if longer <= side {
        return picture;
    }
    let near = if longer > 2 * side { picture.thumbnail(2 * side, 2 * side) } else { picture };
    near.resize(side, side, FilterType::CatmullRom)
}

/// A JPEG knows no transparency: what was transparent becomes paper.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [r, g, b, alpha] = picture.get_pixel(x, y).0;
        let blend = |colour: u8| ((u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255) as u8;
        image::Rgb([blend(r), blend(g), blend(b)])
    })
}

pub(super) fn encode(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, PictureRefusal> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(picture).map_err(refuse)?;
    Ok(jpeg)
}

fn refuse(error: ImageError) -> PictureRefusal {
    match error {
        ImageError::Limits(_) => PictureRefusal::TooHeavy,
        _ => PictureRefusal::Damaged,
    }
}
