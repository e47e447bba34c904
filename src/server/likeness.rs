//! The likeness of evidence photos: finds a photo that was used before, even
//! when it was cropped, rescaled, recompressed or relit in between.
//!
//! # How
//!
//! A [`Mark`] is a picture of 24 x 24 cells of 4 bits, *flattened*: each cell
//! says how far it stands above or below its surroundings, measured in the
//! contrast of these surroundings. Size, brightness, contrast, light falling
//! in from one side and JPEG noise are gone from it; details remain.
//!
//! Two marks are compared in two stages.
//!
//! 1. *Words.* Of a stored mark, 64-bit words of a few fixed windows are kept
//!    (signs of the low DCT frequencies). The new mark is cut up in about a
//!    hundred ways ("if the new photo is *this* cut of the old one, then the
//!    old one's window lies *here* in the new one"), one word each, and bits
//!    that differ are counted. Fast, coarse, and wrong now and then.
//! 2. *Cells.* For what the words let through, the supposed cut is refined
//!    step by step until the cells of both agree best; their correlation is
//!    the [`Likeness`]. Only this stage names a photo.
//!
//! Everything here is whole numbers, so every machine names the same photos;
//! reading a mark off a photo is in [`photo`], which alone needs `image`.
//!
//! Not found are mirrored and turned photos, and photos of nothing but a plain
//! wall: of these no detail remains, so they are like none, not even each other.

mod agreement;
mod photo;
mod shelf;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use agreement::{correlation, refined};
pub use shelf::SharedMarks;
use words::{Cut, Cuts, WINDOWS, Word};

/// Cells along each side of a mark.
const SIDE: usize = 24;
/// Cells of a mark.
const CELLS: usize = SIDE * SIDE;
/// Steps of a cell: the unit of positions on a mark is 1/256 cell.
const STEP: i32 = 256;
/// The whole side of a mark, in steps.
const WHOLE: i32 = SIDE as i32 * STEP;

/// Cells along each border that are not compared: their surroundings were cut
/// off with the photo, so they were flattened by other neighbours.
const EDGE: usize = 1;

/// The layout that [`Mark::to_bytes`] writes.
const VERSION: u8 = 1;
/// Bytes of a stored mark: version, shape, and two cells a byte.
pub const MARK_BYTES: usize = 2 + CELLS / 2;

/// Bits of 63 that the words of two windows may differ by for the cells to be
/// looked at. Of reused photos half differ by 7, all by less than 17; of new
/// ones nearly all by more than 18. Higher costs time, lower loses photos.
const WORD_BITS: u32 = 18;
/// Stored photos, nearest words first, whose cells are looked at once. Bounds
/// the time of a search, whatever is stored.
const LOOKED_AT: usize = 800;
/// Of these, best first, the photos whose cut is refined ...
const REFINED: usize = 12;
/// ... if the cells agree so much beforehand, in thousandths.
const WORTH_REFINING: i32 = 250;
/// The correlation of the cells, in thousandths, from which two photos count
/// as the same one. Measured against 113,000 stored marks: reused photos, cut,
/// rescaled, relit and recompressed, have 868 and more; of new photos of places
/// that are stored a hundred times over 1 in 190 reaches 840, of other new
/// photos none 740.
const SAME: i32 = 840;

/// What remains of a photo to recognise it by.
#[derive(Clone, PartialEq, Eq)]
pub struct Mark {
    /// 255 x width / (width + height): the proportions of the photo.
    shape: u8,
    cells: Packed,
}

/// Two cells a byte, the left one in the low half.
type Packed = [u8; CELLS / 2];
/// Cells as signed numbers, row by row: odd, -15 to 15.
type Cells = [i8; CELLS];

impl fmt::Debug for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mark(shape {})", self.shape)
    }
}

/// Why bytes are not a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAMark {
    /// There are this many bytes instead of [`MARK_BYTES`].
    Length(usize),
    /// Written by a version this program does not know.
    Version(u8),
}

impl fmt::Display for NotAMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotAMark::Length(bytes) => write!(f, "a mark has {MARK_BYTES} bytes, not {bytes}"),
            NotAMark::Version(version) => write!(f, "mark of unknown version {version}"),
        }
    }
}

impl std::error::Error for NotAMark {}

impl Mark {
    /// Reads what [`Mark::to_bytes`] wrote.
    ///
    /// # Errors
    ///
    /// When the length or the version is another. Every content of the right
    /// length is a mark, so a broken sender can do no worse than send the mark
    /// of another photo.
    pub fn from_bytes(bytes: &[u8]) -> Result<Mark, NotAMark> {
        match bytes {
            [VERSION, shape, cells @ ..] => Ok(Mark { shape: *shape, cells: cells.try_into().map_err(|_| NotAMark::Length(bytes.len()))? }),
            [version, ..] if bytes.len() == MARK_BYTES => Err(NotAMark::Version(*version)),
            _ => Err(NotAMark::Length(bytes.len())),
        }
    }

    /// The bytes to store and to send.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; MARK_BYTES] {
        let mut bytes = [0; MARK_BYTES];
        bytes[0] = VERSION;
        bytes[1] = self.shape;
        bytes[2..].copy_from_slice(&self.cells);
        bytes
    }

    /// A mark of these cells, each 0 to 15.
    fn of_cells(shape: u8, cells: &[u8; CELLS]) -> Mark {
        let mut packed = [0; CELLS / 2];
        for (byte, pair) in packed.iter_mut().zip(cells.chunks_exact(2)) {
            *byte = (pair[0] & 15) | (pair[1] << 4);
        }
        Mark { shape, cells: packed }
    }
}

fn unpacked(packed: &Packed) -> Cells {
    let mut cells = [0; CELLS];
    for (pair, byte) in cells.chunks_exact_mut(2).zip(packed) {
        pair[0] = 2 * (byte & 15) as i8 - 15;
        pair[1] = 2 * (byte >> 4) as i8 - 15;
    }
    cells
}

/// How alike two photos are: 100 is the same picture; nothing under
/// [`Likeness::LEAST`] is ever named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness(u8);

impl Likeness {
    /// The lowest likeness that is named.
    pub const LEAST: Likeness = Likeness((SAME / 10) as u8);

    fn from_correlation(thousandths: i32) -> Option<Likeness> {
        (thousandths >= SAME).then(|| Likeness((thousandths / 10).clamp(0, 100) as u8))
    }

    /// 0 to 100.
    #[must_use]
    pub fn percent(self) -> u8 {
        self.0
    }
}

/// How alike the photos of two marks are, if they are the same photo at all.
///
/// Compares just as [`Marks::alike`] does; for many marks use that one.
#[must_use]
pub fn alike(new: &Mark, old: &Mark) -> Option<Likeness> {
    let mut marks = Marks::new();
    marks.push(0, old);
    marks.alike(new, 1).first().map(|(_, likeness)| *likeness)
}

/// The marks of every stored photo, ready to be searched.
///
/// Takes 432 bytes a photo (49 MB for 113,000).
pub struct Marks {
    cuts: Cuts,
    /// Photos of the same proportions together: which cuts come into question
    /// depends on the proportions alone.
    shelves: BTreeMap<u8, Shelf>,
}

#[derive(Default)]
struct Shelf {
    ids: Vec<u128>,
    cells: Vec<Packed>,
    /// Per window, the words of all photos side by side, to run through fast.
    words: [Vec<Word>; WINDOWS],
}

/// A stored photo that may be the sought one.
struct Candidate<'a> {
    id: u128,
    cells: &'a Packed,
    cut: Cut,
    /// At first the bits that differ, later the correlation in thousandths.
    score: i32,
}

impl Default for Marks {
    fn default() -> Marks {
        Marks::new()
    }
}

impl Marks {
    /// An empty store.
    #[must_use]
    pub fn new() -> Marks {
        Marks { cuts: Cuts::new(), shelves: BTreeMap::new() }
    }

    /// How many marks are stored.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shelves.values().map(|shelf| shelf.ids.len()).sum()
    }

    /// Whether no mark is stored.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shelves.is_empty()
    }

    /// Stores the mark of a photo. The caller sees to it that an `id` is
    /// stored once.
    pub fn push(&mut self, id: u128, mark: &Mark) {
        let shelf = self.shelves.entry(mark.shape).or_default();
        let words = self.cuts.words_of_windows(&unpacked(&mark.cells));
        for (list, word) in shelf.words.iter_mut().zip(words) {
            list.push(word);
        }
        shelf.ids.push(id);
        shelf.cells.push(mark.cells);
    }

    /// The stored photos that are the photo of `new`, best first, at `most` so
    /// many. Photos equally alike stand in the order of their ids.
    #[must_use]
    pub fn alike(&self, new: &Mark, most: usize) -> Vec<(u128, Likeness)> {
        let cells = unpacked(&new.cells);
        let mut found = self.near_words(new.shape, &cells);
        keep_best(&mut found, LOOKED_AT, |c| c.score);
        for candidate in &mut found {
            candidate.score = correlation(&cells, &unpacked(candidate.cells), &candidate.cut);
        }
        found.retain(|c| c.score >= WORTH_REFINING);
        keep_best(&mut found, REFINED, |c| -c.score);
        let mut named: Vec<(u128, Likeness)> = found
            .iter()
            .filter_map(|c| {
                let refined = refined(&cells, &unpacked(c.cells), c.cut, c.score);
                Likeness::from_correlation(refined).map(|likeness| (c.id, likeness))
            })
            .collect();
        named.sort_by_key(|(id, likeness)| (std::cmp::Reverse(*likeness), *id));
        named.truncate(most);
        named
    }

    /// The photos with a window whose word differs little from the new
    /// photo's word for some cut, with the best such cut.
    fn near_words(&self, shape: u8, cells: &Cells) -> Vec<Candidate<'_>> {
        let asked = self.cuts.words_of_cuts(cells);
        let mut found = Vec::new();
        for (stored_shape, shelf) in &self.shelves {
            let fitting: Vec<&(Cut, usize, Word)> = asked.iter().filter(|(cut, ..)| cut.fits(shape, *stored_shape)).collect();
            for start in (0..shelf.ids.len()).step_by(BLOCK) {
                shelf.near_words_from(start, &fitting, &mut found);
            }
        }
        found
    }
}

/// Photos whose words are run through together, so that they stay in the
/// processor's nearest memory while all cuts pass over them.
const BLOCK: usize = 1024;

impl Shelf {
    fn near_words_from<'a>(&'a self, start: usize, asked: &[&(Cut, usize, Word)], found: &mut Vec<Candidate<'a>>) {
        let end = (start + BLOCK).min(self.ids.len());
        let mut best = [i16::MAX; BLOCK];
        for (at, (_, window, word)) in asked.iter().enumerate() {
            for (best, stored) in best.iter_mut().zip(&self.words[*window][start..end]) {
                let bits = (stored ^ word).count_ones() as i16;
                *best = (*best).min((bits << 8) | at as i16);
            }
        }
        for (at, best) in best[..end - start].iter().enumerate() {
            let bits = (best >> 8) as u32;
            if bits <= WORD_BITS
                && let Some((cut, ..)) = asked.get((best & 0xFF) as usize)
            {
                found.push(Candidate { id: self.ids[start + at], cells: &self.cells[start + at], cut: *cut, score: bits as i32 });
            }
        }
    }
}

/// Keeps the `most` with the lowest `key`; of equals, those with the lower id.
fn keep_best(found: &mut Vec<Candidate<'_>>, most: usize, key: impl Fn(&Candidate<'_>) -> i32) {
    if found.len() > most {
        found.select_nth_unstable_by_key(most, |c| (key(c), c.id));
        found.truncate(most);
    }
}
