//! How well the cells of two marks agree, where a cut lays the one on the other.

use super::words::Cut;
use super::{Cells, EDGE, SIDE, STEP, WHOLE};

/// Where one cell of the new mark lies on the stored one: between `cell` and
/// the next, `share` steps towards the next.
#[derive(Clone, Copy)]
pub(super) struct Tap {
    pub cell: usize,
    pub share: i32,
}

impl Tap {
    /// Where the middle of the `at`-th cell of a mark that lies on `from..to`
    /// lands; `None` where there is nothing to compare.
    pub fn new(from: i32, to: i32, at: usize) -> Option<Tap> {
        let edge = EDGE as i32 * STEP;
        let middle = from + (to - from) * (2 * at as i32 + 1) / (2 * SIDE as i32);
        let inner = (EDGE..SIDE - EDGE).contains(&at) && (edge..=WHOLE - edge).contains(&middle);
        inner.then(|| Tap::clamped(middle))
    }

    /// The place itself, or the nearest on the mark.
    pub fn clamped(place: i32) -> Tap {
        let place = (place - STEP / 2).clamp(0, WHOLE - STEP - 1);
        Tap { cell: (place / STEP) as usize, share: place % STEP }
    }
}

/// How well the new cells agree with the stored ones where `cut` lays them, in
/// thousandths (1000 is equal, 0 is unrelated).
pub(super) fn correlation(new: &Cells, old: &Cells, cut: &Cut) -> i32 {
    let taps: [Option<Tap>; SIDE] = std::array::from_fn(|x| Tap::new(cut.left, cut.right, x));
    let mut sums = Sums::default();
    for (y, row) in new.chunks_exact(SIDE).enumerate() {
        let Some(down) = Tap::new(cut.top, cut.bottom, y) else { continue };
        let between = row_between(old, down);
        for (value, tap) in row.iter().zip(&taps) {
            if let Some(Tap { cell, share }) = tap {
                let other = between[*cell] * (STEP - share) + between[cell + 1] * share;
                sums.add(i32::from(*value), other >> 10);
            }
        }
    }
    sums.correlation()
}

/// The row of the mark at `tap`, in 1/256.
fn row_between(cells: &Cells, tap: Tap) -> [i32; SIDE] {
    let upper = &cells[tap.cell * SIDE..][..SIDE];
    let lower = &cells[(tap.cell + 1) * SIDE..][..SIDE];
    std::array::from_fn(|x| i32::from(upper[x]) * (STEP - tap.share) + i32::from(lower[x]) * tap.share)
}

#[derive(Default)]
struct Sums {
    count: i64,
    new: i64,
    old: i64,
    new_new: i64,
    old_old: i64,
    new_old: i64,
}

impl Sums {
    fn add(&mut self, new: i32, old: i32) {
        self.count += 1;
        self.new += i64::from(new);
        self.old += i64::from(old);
        self.new_new += i64::from(new * new);
        self.old_old += i64::from(old * old);
        self.new_old += i64::from(new * old);
    }

    fn correlation(&self) -> i32 {
        let spread = |squares: i64, sum: i64| (self.count * squares - sum * sum).max(0).isqrt();
        let both = spread(self.new_new, self.new) * spread(self.old_old, self.old);
        let together = self.count * self.new_old - self.new * self.old;
        if both == 0 { 0 } else { (1000 * together / both) as i32 }
    }
}

/// Moves the borders of the cut, first far, then finely, as long as the cells
/// agree better; returns the best agreement in thousandths.
pub(super) fn refined(new: &Cells, old: &Cells, mut cut: Cut, mut best: i32) -> i32 {
    for far in [STEP, STEP / 2, STEP / 4] {
        for _ in 0..3 {
            let before = best;
            for moved in 0..8 {
                let by = if moved % 2 == 0 { far } else { -far };
                let tried = cut.moved(moved / 2, by);
                let agreement = correlation(new, old, &tried);
                if agreement > best {
                    (cut, best) = (tried, agreement);
                }
            }
            if best == before {
                break;
            }
        }
    }
    best
}
