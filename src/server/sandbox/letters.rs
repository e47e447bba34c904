//! Lines of text as pixels: how wide they are, where they break, and their ink on a picture.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use image::{Rgb, RgbImage};

/// A face in one size and one colour.
pub struct Pen {
    face: FontRef<'static>,
    size: f32,
    colour: Rgb<u8>,
}

/// What stands for the rest of a line that was cut.
const ELLIPSIS: char = '…';

impl Pen {
    pub fn new(face: &'static [u8], size: f32, colour: [u8; 3]) -> Option<Self> {
        Some(Self { face: FontRef::try_from_slice(face).ok()?, size, colour: Rgb(colour) })
    }

    /// The same, smaller where the line would be wider than `room`.
    #[must_use]
    pub fn within(self, line: &str, room: f32) -> Self {
        let size = self.size * (room / self.width(line)).min(1.0);
        Self { size, ..self }
    }

    pub fn width(&self, line: &str) -> f32 {
        let face = self.face.as_scaled(PxScale::from(self.size));
        line.chars().map(|letter| face.h_advance(face.glyph_id(letter))).sum()
    }

    /// At most so many lines that are no wider than `room`, broken between words, and inside of one that is
    /// longer than a line. What does not fit ends with an ellipsis.
    pub fn lines(&self, text: &str, room: f32, most: usize) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            self.add(&mut lines, word, room);
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && self.width(&[last, "…"].concat()) > room {
                    last.pop();
                }
                last.truncate(last.trim_end().len());
                last.push(ELLIPSIS);
            }
        }
        lines
    }

    fn add(&self, lines: &mut Vec<String>, word: &str, room: f32) {
        let line = lines.last().cloned().unwrap_or_default();
        let longer = if line.is_empty() { word.to_owned() } else { [&line, " ", word].concat() };
        if self.width(&longer) <= room {
            lines.pop();
            return lines.push(longer);
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        let mut begun = String::new();
        for letter in word.chars() {
            begun.push(letter);
            if self.width(&begun) > room && begun.chars().count() > 1 {
                begun.pop();
                lines.pop();
                lines.push(std::mem::replace(&mut begun, letter.to_string()));
                lines.push(String::new());
            }
        }
        lines.pop();
        lines.push(begun);
    }

    /// Writes a line; `left`, `top`: the corner of its box. Gives how high the box is.
    pub fn write(&self, picture: &mut RgbImage, line: &str, left: f32, top: f32) -> f32 {
        let face = self.face.as_scaled(PxScale::from(self.size));
        let mut at = left;
        for letter in line.chars() {
            let id = face.glyph_id(letter);
            let glyph = id.with_scale_and_position(face.scale(), point(at, top + face.ascent()));
            at += face.h_advance(id);
            let Some(outline) = face.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            outline.draw(|x, y, covered| {
                let (x, y) = (corner.x as i64 + i64::from(x), corner.y as i64 + i64::from(y));
                let pixel = u32::try_from(x).ok().zip(u32::try_from(y).ok()).and_then(|(x, y)| picture.get_pixel_mut_checked(x, y));
                if let Some(pixel) = pixel {
                    *pixel = mixed(*pixel, self.colour, covered);
                }
            });
        }
        face.height()
    }
}

fn mixed(under: Rgb<u8>, ink: Rgb<u8>, covered: f32) -> Rgb<u8> {
    let covered = covered.clamp(0.0, 1.0);
    Rgb([0, 1, 2].map(|at| (f32::from(under.0[at]) + (f32::from(ink.0[at]) - f32::from(under.0[at])) * covered).round() as u8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::server::sandbox::fonts;

    fn pen() -> Pen {
        Pen::new(fonts::plain(), 40.0, [0; 3]).expect("a face")
    }

    #[test]
    fn a_long_name_breaks_between_words_and_ends_with_an_ellipsis() {
        let lines = pen().lines("Kopi robusta lereng Ijen, bubuk halus sangrai sedang dari kebun sendiri", 400.0, 3);
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert!(lines[0] == "Kopi robusta lereng Ijen," && lines[2].ends_with('…'), "{lines:?}");
        assert_eq!(pen().lines("Sale pisang", 400.0, 3), ["Sale pisang"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room_and_no_letter_is_lost(text in "[a-zA-Zâ😀 ]{0,200}") {
            let (pen, room) = (pen(), 300.0);
            let all = pen.lines(&text, room, usize::MAX);
            prop_assert!(all.iter().all(|line| pen.width(line) <= room), "{:?}", all);
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&all.join(" ")), bare(&text));
            let some = pen.lines(&text, room, 2);
            prop_assert!(some.len() <= 2 && some.iter().all(|line| pen.width(line) <= room), "{:?}", some);
        }
    }
}
