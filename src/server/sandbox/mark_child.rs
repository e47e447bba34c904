//! The child's work on a photo that somebody of an office looks at: who it is, and when, is written
//! across all of it, so that a picture of the screen says from where it came.

use std::io::Cursor;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use image::codecs::jpeg::JpegDecoder;
use image::{DynamicImage, RgbImage};

use super::picture_child::{PICTURE_QUALITY, encode};
use super::{fonts, wire};

/// What a line covers of a pixel's brightness: enough to be read, little enough to read through.
const STRENGTH: f32 = 0.35;
/// Upwards to the right, as a stamp is set: sine and cosine of 20 degrees.
const SLOPE: (f32, f32) = (0.342, 0.940);
/// Between two lines, in heights of a letter.
const LINE_EVERY: f32 = 7.0;
const SMALLEST_LETTERS: f32 = 11.0;

pub fn answer(pieces: &[&[u8]]) -> Option<()> {
    let [line, jpeg] = pieces else { return None };
    let line: String = serde_json::from_slice(line).ok()?;
    let decoder = JpegDecoder::new(Cursor::new(jpeg)).ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?.into_rgb8();
    let letters = picture.width().min(picture.height()) as f32 / 30.0;
    Stamp::of(&line, letters.max(SMALLEST_LETTERS))?.write_across(&mut picture);
    wire::write_all(&[b"{}", &encode(&picture, PICTURE_QUALITY).ok()?]).ok()
}

/// One line of text as coverage, 0 to 1, row by row.
struct Stamp {
    width: usize,
    height: usize,
    ink: Vec<f32>,
}

impl Stamp {
    fn of(line: &str, letters: f32) -> Option<Self> {
        let font = FontRef::try_from_slice(fonts::plain()).ok()?;
        let font = font.as_scaled(PxScale::from(letters));
        let mut glyphs = Vec::new();
        let mut at = 0.0_f32;
        for letter in line.chars() {
            let id = font.glyph_id(letter);
            glyphs.push(id.with_scale_and_position(font.scale(), point(at, font.ascent())));
            at += font.h_advance(id);
        }
        let (width, height) = (at.ceil() as usize + 1, font.height().ceil() as usize + 1);
        let mut ink = vec![0.0; width * height];
        for outline in glyphs.into_iter().filter_map(|glyph| font.outline_glyph(glyph)) {
            let corner = outline.px_bounds().min;
            outline.draw(|x, y, covered| {
                let (x, y) = (corner.x as i32 + x as i32, corner.y as i32 + y as i32);
                if let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y))
                    && x < width
                    && y < height
                {
                    ink[y * width + x] = covered;
                }
            });
        }
        Some(Self { width, height, ink })
    }

    /// Line under line over the whole picture, each shifted against the one above.
    fn write_across(&self, picture: &mut RgbImage) {
        let (sine, cosine) = SLOPE;
        let down = (self.height as f32 * LINE_EVERY).round();
        let along = self.width as f32 + 2.0 * self.height as f32;
        for (x, y, pixel) in picture.enumerate_pixels_mut() {
            let (right, below) = (x as f32 * cosine - y as f32 * sine, x as f32 * sine + y as f32 * cosine);
            let row = (below / down).floor();
            let (right, below) = ((right + row * along * 0.4).rem_euclid(along) as usize, (below - row * down) as usize);
            if right < self.width && below < self.height {
                darken_or_lighten(&mut pixel.0, self.ink[below * self.width + right] * STRENGTH);
            }
        }
    }
}

/// Dark on paper, bright on a dark table: the line is seen on both.
fn darken_or_lighten(pixel: &mut [u8; 3], ink: f32) {
    let bright = pixel.iter().map(|colour| u32::from(*colour)).sum::<u32>() > 3 * 110;
    let to = if bright { 0.0 } else { 255.0 };
    for colour in pixel {
        *colour = (f32::from(*colour) + (to - f32::from(*colour)) * ink).round() as u8;
    }
}
