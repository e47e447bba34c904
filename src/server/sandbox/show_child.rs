//! The child's work on a picture that everybody will be shown.

use image::{DynamicImage, RgbImage};

use super::camera::day_taken;
use super::picture::{Limits, PictureRefusal};
use super::picture_child::{encode, fit, open};
use super::show::{Head, SIDES};
use super::wire;
use crate::server::likeness::Mark;

/// Goods are looked at and not read: less than a paper needs. libwebp makes the same of a lower number.
const JPEG_QUALITY: u8 = 74;
const WEBP_QUALITY: f32 = 70.0;

pub fn answer(pieces: &[&[u8]]) -> Option<()> {
    let [limits, bytes] = pieces else { return None };
    let limits = serde_json::from_slice(limits).ok()?;
    let (head, files) = match shown(bytes, limits) {
        Ok((head, files)) => (Ok(head), files),
        Err(refusal) => (Err::<Head, PictureRefusal>(refusal), Vec::new()),
    };
    let head = serde_json::to_vec(&head).ok()?;
    let pieces: Vec<&[u8]> = std::iter::once(&head[..]).chain(files.iter().map(|file| &file[..])).collect();
    wire::write_all(&pieces).ok()
}

fn shown(bytes: &[u8], limits: Limits) -> Result<(Head, Vec<Vec<u8>>), PictureRefusal> {
    let whole = DynamicImage::ImageRgb8(open(bytes, limits)?);
    let pictures = SIDES.map(|side| fit(whole.clone(), side).into_rgb8());
    // As fine as a mark can see.
    let likeness = Mark::of(&pictures[1]).to_bytes().to_vec();
    let mut files = Vec::new();
    for picture in &pictures {
        files.push(encode(picture, JPEG_QUALITY)?);
        files.push(webp::Encoder::from_rgb(picture, picture.width(), picture.height()).encode(WEBP_QUALITY).to_vec());
    }
    let colour = average(&pictures[0]);
    Ok((Head { sizes: pictures.map(|picture| picture.dimensions()), colour, likeness, taken: day_taken(bytes) }, files))
}

fn average(picture: &RgbImage) -> [u8; 3] {
    let sum = picture.pixels().fold([0_u32; 3], |sum, pixel| [0, 1, 2].map(|at| sum[at] + u32::from(pixel.0[at])));
    let pixels = (picture.width() * picture.height()).max(1);
    sum.map(|colour| u8::try_from(colour / pixels).unwrap_or(u8::MAX))
}
