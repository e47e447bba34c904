//! Words: 64 bits that say what a part of a mark looks like, and the cuts for
//! which words are asked.

use super::agreement::Tap;
use super::{Cells, SIDE, STEP, WHOLE};

/// Bit `8 v + u`: whether the mark swings up with `u` half waves across and
/// `v` down. The lowest bit (no wave at all) is left out.
pub(super) type Word = u64;

/// Waves looked at along each side of a window, and the bits of a row.
const WAVES: usize = 8;
/// Points looked at along each side of a window.
const POINTS: usize = 16;

/// Stretches of a side, in thousandths, whose words are kept of a stored mark:
/// whatever is cut off at most a quarter, one of them is left about whole.
const STRETCHES: [(i32, i32); 4] = [(0, 1000), (50, 750), (150, 850), (250, 950)];
/// Windows whose words are kept: a stretch across with a stretch down.
pub(super) const WINDOWS: usize = STRETCHES.len() * STRETCHES.len();

/// What may have been cut off at the beginning and the end of a side, in
/// thousandths: a net fine enough that the words forgive what lies between.
const CUT_OFF: [(i32, i32); 7] = [(0, 0), (40, 40), (120, 40), (40, 120), (120, 120), (200, 30), (30, 200)];
/// The search keeps the number of a cut in 8 bits.
const _: () = assert!(2 * CUT_OFF.len() * CUT_OFF.len() <= 256);
/// A window may stick out of the cut by this much, in thousandths.
const STICKS_OUT: i32 = 10;
/// How far the proportions of a cut may be off, in thousandths.
const SHAPE_SLACK: i64 = 110;

/// Where the whole new photo lies on the stored one, in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub left: i32,
    pub right: i32,
    pub top: i32,
    pub bottom: i32,
}

impl Cut {
    fn new(across: &Margin, down: &Margin) -> Cut {
        Cut { left: across.from, right: across.to, top: down.from, bottom: down.to }
    }

    /// Whether a photo of shape `new` can be this cut of one of shape `old`.
    pub(super) fn fits(&self, new: u8, old: u8) -> bool {
        let (new, old) = (i64::from(new), i64::from(old));
        let expected = old * (255 - new) * i64::from(self.right - self.left);
        let given = (255 - old) * new * i64::from(self.bottom - self.top);
        (expected - given).abs() * 1000 <= SHAPE_SLACK * expected.max(given)
    }

    /// With one border (0 to 3) moved.
    pub(super) fn moved(mut self, border: usize, by: i32) -> Cut {
        match border {
            0 => self.left += by,
            1 => self.right += by,
            2 => self.top += by,
            _ => self.bottom += by,
        }
        self
    }
}

/// For each wave, how much each cell along the side counts. The weights of a
/// wave together are at most 16 x 128, which times a cell of 15 fits an `i16`.
type Weights = [[i16; SIDE]; WAVES];

/// What is supposed to have been cut off along one side.
struct Margin {
    from: i32,
    to: i32,
    /// The stretch of the stored side that is compared ...
    stretch: usize,
    /// ... and the weights to find it on the new side.
    weights: Weights,
}

/// All cuts that are tried, worked out once.
pub(super) struct Cuts {
    /// The new photo is a part of the stored one.
    parts: Vec<Margin>,
    /// The stored photo is a part of the new one: the cut-out was handed in
    /// first.
    wholes: Vec<Margin>,
    stretches: Vec<Weights>,
}

impl Cuts {
    pub(super) fn new() -> Cuts {
        let steps = |thousandths: i32| thousandths * WHOLE / 1000;
        let whole = |low: i32, high: i32| {
            let left = 1000 - low - high;
            Margin::new(-1000 * low / left, 1000 + 1000 * high / left)
        };
        Cuts {
            parts: CUT_OFF.iter().map(|(low, high)| Margin::new(*low, 1000 - high)).collect(),
            wholes: CUT_OFF[1..].iter().map(|(low, high)| whole(*low, *high)).collect(),
            stretches: STRETCHES.iter().map(|(from, to)| weights(steps(*from), steps(*to))).collect(),
        }
    }

    /// The words that are kept of a stored mark.
    pub(super) fn words_of_windows(&self, cells: &Cells) -> [Word; WINDOWS] {
        let mut words = [0; WINDOWS];
        for (down, row) in self.stretches.iter().zip(words.chunks_exact_mut(STRETCHES.len())) {
            let waves = waves_down(cells, down);
            for (across, word) in self.stretches.iter().zip(row) {
                *word = word_of(&waves, across);
            }
        }
        words
    }

    /// For every cut the window of the stored mark and the word that it has if
    /// the new mark is this cut.
    pub(super) fn words_of_cuts(&self, cells: &Cells) -> Vec<(Cut, usize, Word)> {
        let mut words = Vec::with_capacity(2 * CUT_OFF.len() * CUT_OFF.len());
        for margins in [&self.parts, &self.wholes] {
            for down in margins {
                let waves = waves_down(cells, &down.weights);
                for across in margins {
                    let window = down.stretch * STRETCHES.len() + across.stretch;
                    words.push((Cut::new(across, down), window, word_of(&waves, &across.weights)));
                }
            }
        }
        words
    }
}

impl Margin {
    /// The new side is `from..to` of the stored one, in thousandths.
    fn new(from: i32, to: i32) -> Margin {
        let outside = |&(low, high): &(i32, i32)| (from - low).max(high - to).max(STICKS_OUT);
        let (stretch, (low, high)) = STRETCHES
            .iter()
            .enumerate()
            .min_by_key(|(_, stretch)| (outside(stretch), stretch.0 - stretch.1))
            .map_or((0, STRETCHES[0]), |(at, stretch)| (at, *stretch));
        let on_new = |place: i32| (place - from) * WHOLE / (to - from);
        Margin { from: from * WHOLE / 1000, to: to * WHOLE / 1000, stretch, weights: weights(on_new(low), on_new(high)) }
    }
}

/// 128 x cos(n pi / 32).
const COSINE: [i32; 17] = [128, 127, 126, 122, 118, 113, 106, 99, 91, 81, 71, 60, 49, 37, 25, 13, 0];

fn cosine(n: usize) -> i32 {
    match n % 64 {
        n @ 0..=16 => COSINE[n],
        n @ 17..=32 => -COSINE[32 - n],
        n @ 33..=48 => -COSINE[n - 32],
        n => COSINE[64 - n],
    }
}

/// The weights of the cells along a side for the waves on `from..to` (steps).
fn weights(from: i32, to: i32) -> Weights {
    let mut weights = [[0i32; SIDE]; WAVES];
    for point in 0..POINTS {
        let middle = from + (to - from) * (2 * point as i32 + 1) / (2 * POINTS as i32);
        let Tap { cell, share } = Tap::clamped(middle);
        for (wave, row) in weights.iter_mut().enumerate() {
            let height = cosine((2 * point + 1) * wave);
            row[cell] += height * (STEP - share);
            row[cell + 1] += height * share;
        }
    }
    weights.map(|row| row.map(|weight| (weight / STEP) as i16))
}

/// Each wave down every column.
fn waves_down(cells: &Cells, down: &Weights) -> [[i16; SIDE]; WAVES] {
    let mut waves = [[0; SIDE]; WAVES];
    for (wave, weights) in waves.iter_mut().zip(down) {
        for (row, weight) in cells.chunks_exact(SIDE).zip(weights) {
            for (sum, cell) in wave.iter_mut().zip(row) {
                *sum += i16::from(*cell) * weight;
            }
        }
    }
    waves
}

fn word_of(waves: &[[i16; SIDE]; WAVES], across: &Weights) -> Word {
    let mut word = 0;
    for (v, row) in waves.iter().enumerate() {
        for (u, weights) in across.iter().enumerate() {
            let sum: i32 = row.iter().zip(weights).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
            if sum > 0 && (u, v) != (0, 0) {
                word |= 1 << (v * WAVES + u);
            }
        }
    }
    word
}
