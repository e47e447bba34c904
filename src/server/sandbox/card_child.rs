//! The child's work on the card with which a product is shared: its picture at the left, what it is and what
//! it costs at the right.

use image::imageops::{self, FilterType};
use image::{DynamicImage, Rgb, RgbImage};

use super::card::Card;
use super::letters::Pen;
use super::picture::{Limits, PictureRefusal};
use super::picture_child::{encode, open};
use super::{fonts, wire};

/// What every service shows of a link without cutting it.
const WIDTH: u32 = 1_200;
const HEIGHT: u32 = 630;
/// Letters on one colour: below this their edges get spots.
const QUALITY: u8 = 84;

const SHEET: Rgb<u8> = Rgb([255, 255, 255]);
const BRAND: [u8; 3] = [6, 59, 69];
const HERE: Rgb<u8> = Rgb([255, 207, 51]);
const INK: [u8; 3] = [28, 31, 29];
const SOFT: [u8; 3] = [69, 74, 70];

const LEFT: f32 = HEIGHT as f32 + 44.0;
const ROOM: f32 = WIDTH as f32 - LEFT - 40.0;
/// The band at the foot, and the line above it.
const BAND: u32 = 92;
const LINE: u32 = 8;

pub fn answer(pieces: &[&[u8]]) -> Option<()> {
    let [card, picture] = pieces else { return None };
    let card: Card = serde_json::from_slice(card).ok()?;
    match drawn(&card, picture) {
        Ok(jpeg) => wire::write_all(&[b"{}", &jpeg]).ok(),
        Err(_) => None,
    }
}

fn drawn(card: &Card, picture: &[u8]) -> Result<Vec<u8>, PictureRefusal> {
    let picture = open(picture, Limits::default())?;
    let picture = DynamicImage::ImageRgb8(picture).resize_to_fill(HEIGHT, HEIGHT, FilterType::CatmullRom).into_rgb8();
    let mut all = RgbImage::from_pixel(WIDTH, HEIGHT, SHEET);
    imageops::replace(&mut all, &picture, 0, 0);
    fill(&mut all, HEIGHT - BAND - LINE, LINE, HERE);
    fill(&mut all, HEIGHT - BAND, BAND, Rgb(BRAND));
    write(&mut all, card).ok_or(PictureRefusal::Broken)?;
    encode(&all, QUALITY)
}

/// A stripe beside the picture.
fn fill(all: &mut RgbImage, top: u32, high: u32, colour: Rgb<u8>) {
    for y in top..top + high {
        for x in HEIGHT..WIDTH {
            all.put_pixel(x, y, colour);
        }
    }
}

fn write(all: &mut RgbImage, card: &Card) -> Option<()> {
    let (plain, bold) = (fonts::plain(), fonts::bold());
    let mut top = 40.0;
    let name = Pen::new(bold, 58.0, BRAND)?;
    for line in name.lines(&card.name, ROOM, 3) {
        top += name.write(all, &line, LEFT, top);
    }
    top += 18.0;
    top += Pen::new(bold, 62.0, INK)?.within(&card.price, ROOM).write(all, &card.price, LEFT, top);
    top += Pen::new(plain, 36.0, SOFT)?.within(&card.per, ROOM).write(all, &card.per, LEFT, top);
    let place = [&card.village, ", ", &card.kecamatan].concat();
    let pen = Pen::new(plain, 36.0, INK)?;
    let lines = pen.lines(&place, ROOM, 2);
    // Above the band, however long the name is.
    let lowest = (HEIGHT - BAND - LINE) as f32 - 24.0 - 42.0 * lines.len() as f32;
    top = (top + 22.0).max(lowest);
    for line in lines {
        top += pen.write(all, &line, LEFT, top);
    }
    Pen::new(bold, 40.0, SHEET.0)?.write(all, "Smart Kampung", LEFT, (HEIGHT - BAND) as f32 + 22.0);
    Some(())
}
