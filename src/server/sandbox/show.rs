use std::fmt;

use serde::{Deserialize, Serialize};

use super::picture::PictureRefusal;
use super::wire;
use crate::domain::Day;
use crate::server::likeness::Mark;

/// Longer sides of what everybody is shown: on a card of a phone, on a page, as large as it gets.
pub const SIDES: [u32; 3] = [320, 640, 1_280];
pub(super) const LARGEST: u32 = SIDES[2];

/// A picture for everybody: only pixels are left of what came, in each of [`SIDES`].
#[derive(Clone, PartialEq, Eq)]
pub struct ShownPicture {
    /// Width and height of each size; never larger than what came.
    pub sizes: [(u32, u32); 3],
    /// Red, green and blue of the whole on average: what is seen while it comes.
    pub colour: [u8; 3],
    /// What it looks like, to be recognised by: the bytes of a `likeness::Mark`.
    pub likeness: Vec<u8>,
    /// When it was taken, as the camera has written: a clock may be wrong by years.
    pub taken: Option<Day>,
    /// All its files in one; [`shown_file`] takes one out.
    pub files: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownFormat {
    Jpeg,
    WebP,
}

impl ShownFormat {
    pub const ALL: [Self; 2] = [Self::Jpeg, Self::WebP];

    pub const fn media(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
        }
    }

    fn is_of(self, file: &[u8]) -> bool {
        match self {
            Self::Jpeg => infer::image::is_jpeg(file),
            Self::WebP => infer::image::is_webp(file),
        }
    }
}

/// Sizes only: not every picture that comes is one for a log.
impl fmt::Debug for ShownPicture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ShownPicture({:?}, {} bytes)", self.sizes, self.files.len())
    }
}

/// One file out of those of a picture. `size` is a place in [`SIDES`].
pub fn shown_file(files: &[u8], size: usize, format: ShownFormat) -> Option<&[u8]> {
    wire::unpack(files)?.get(2 * size + format as usize).copied()
}

/// The first piece of the child's answer.
#[derive(Serialize, Deserialize)]
pub(super) struct Head {
    pub sizes: [(u32, u32); 3],
    pub colour: [u8; 3],
    pub likeness: Vec<u8>,
    pub taken: Option<Day>,
}

/// The child is as trustworthy as the bytes it worked on.
pub(super) fn read(answer: &[u8]) -> Result<ShownPicture, PictureRefusal> {
    let pieces = wire::unpack(answer).ok_or(PictureRefusal::Broken)?;
    let (first, files) = pieces.split_first().ok_or(PictureRefusal::Broken)?;
    let head = serde_json::from_slice::<Result<Head, PictureRefusal>>(first).map_err(|_| PictureRefusal::Broken)??;
    let formats = SIDES.iter().flat_map(|_| ShownFormat::ALL);
    let all = files.len() == 2 * SIDES.len() && files.iter().zip(formats).all(|(file, format)| format.is_of(file));
    let within = head.sizes.iter().zip(SIDES).all(|((width, height), side)| (1..=side).contains(width) && (1..=side).contains(height));
    if all && within && Mark::from_bytes(&head.likeness).is_ok() {
        let Head { sizes, colour, likeness, taken } = head;
        Ok(ShownPicture { sizes, colour, likeness, taken, files: wire::pack(files) })
    } else {
        Err(PictureRefusal::Broken)
    }
}
