//! Reads the mark off a photo.

use image::RgbImage;

use super::{CELLS, Mark, SIDE};

/// Half cells along each side: brightness is first read at this fineness.
const FINE: usize = 2 * SIDE;
/// How much the half cells around a cell count: its own two stand in the
/// middle. So wide, the cell does not flicker when fine structure (tiles,
/// gravel, grass) shifts by a part of a cell.
const SOFT: [i64; 6] = [1, 5, 10, 10, 5, 1];

/// Cells around a cell that count as its surroundings, in each direction.
const REACH: usize = 3;
/// Contrast, in 1/16 grey level, that every surroundings are given on top, so
/// that noise on an even wall is not blown up to details.
const LEAST_CONTRAST: i64 = 24;

impl Mark {
    /// The mark of a photo of any size.
    #[must_use]
    pub fn of(photo: &RgbImage) -> Mark {
        let (width, height) = (u64::from(photo.width()), u64::from(photo.height()));
        let shape = (255 * width).checked_div(width + height).unwrap_or(128);
        Mark::of_cells(shape as u8, &flattened(&softened(&brightness(photo))))
    }
}

/// The mean brightness of each half cell in 1/16 grey level.
fn brightness(photo: &RgbImage) -> [i64; 4 * CELLS] {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let (across, down) = (pieces(width), pieces(height));
    let row_bytes = 3 * width;
    let mut cells = [0; 4 * CELLS];
    let mut below = down.iter().peekable();
    for (y, row) in photo.as_raw().chunks_exact(row_bytes.max(1)).enumerate() {
        let sums = row_sums(row, &across);
        while let Some(piece) = below.next_if(|piece| piece.pixel == y) {
            for (cell, sum) in cells[piece.cell * FINE..].iter_mut().zip(sums) {
                *cell += sum * piece.length;
            }
        }
    }
    let area = (width * height).max(1) as i64;
    cells.map(|sum| sum / (16 * area))
}

/// The light of one row of pixels that falls on each half cell across.
fn row_sums(row: &[u8], across: &[Piece]) -> [i64; FINE] {
    let mut sums = [0; FINE];
    for piece in across {
        if let [red, green, blue] = row[3 * piece.pixel..][..3] {
            let light = 77 * i64::from(red) + 150 * i64::from(green) + 29 * i64::from(blue);
            sums[piece.cell] += light * piece.length;
        }
    }
    sums
}

/// A part of a pixel that lies on one half cell.
struct Piece {
    pixel: usize,
    cell: usize,
    /// In 1/48 px.
    length: i64,
}

/// Cuts a side of so many pixels at the borders of pixels and of half
/// cells. In 1/48 px both lie on whole numbers, so nothing is rounded.
fn pieces(pixels: usize) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(pixels + FINE);
    let mut from = 0;
    while from < pixels * FINE {
        let (pixel, cell) = (from / FINE, from / pixels);
        let to = ((pixel + 1) * FINE).min((cell + 1) * pixels);
        pieces.push(Piece { pixel, cell, length: (to - from) as i64 });
        from = to;
    }
    pieces
}

/// The brightness of each cell, mixed with that of its neighbours.
fn softened(fine: &[i64; 4 * CELLS]) -> [i64; CELLS] {
    let around = |at: usize| (0..SOFT.len()).map(move |k| ((2 * at + k).saturating_sub(2).min(FINE - 1), SOFT[k]));
    let whole: i64 = SOFT.iter().sum();
    std::array::from_fn(|at| {
        let row = |y: usize| around(at % SIDE).map(|(x, part)| fine[y * FINE + x] * part).sum::<i64>();
        around(at / SIDE).map(|(y, part)| row(y) * part).sum::<i64>() / (whole * whole)
    })
}

/// Each cell measured against its surroundings, 0 to 15.
fn flattened(brightness: &[i64; CELLS]) -> [u8; CELLS] {
    let mean = around(brightness);
    let deviation: [i64; CELLS] = std::array::from_fn(|at| (brightness[at] - mean[at]).abs());
    let contrast = around(&deviation);
    std::array::from_fn(|at| {
        let above = 4 * (brightness[at] - mean[at]);
        (above.div_euclid(contrast[at] + LEAST_CONTRAST) + 8).clamp(0, 15) as u8
    })
}

/// The mean of the surroundings of each cell. Near a border they reach out less
/// to *both* sides, so that light that falls off evenly leaves no trace: else
/// all plain walls would look alike.
fn around(values: &[i64; CELLS]) -> [i64; CELLS] {
    let near = |at: usize| {
        let reach = REACH.min(at).min(SIDE - 1 - at);
        at - reach..=at + reach
    };
    std::array::from_fn(|at| {
        let (rows, columns) = (near(at / SIDE), near(at % SIDE));
        let mut sum = 0;
        let mut count = 0;
        for y in rows {
            for x in columns.clone() {
                sum += values[y * SIDE + x];
                count += 1;
            }
        }
        sum / count
    })
}
