use std::fmt;

use serde::{Deserialize, Serialize};

use super::picture_kind::{Found, picture_kind};
use super::wire;

/// What a picture may be, and what it becomes. The defaults are those of every upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Of the file that comes in.
    pub input_bytes: usize,
    /// Width times height of what comes in.
    pub pixels: u64,
    /// Width and height of what comes in.
    pub side: u32,
    /// The longer side of what goes out.
    pub picture_side: u32,
    /// The longer side of the small one.
    pub thumbnail_side: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { input_bytes: 12 << 20, pixels: 40_000_000, side: 12_000, picture_side: 1_600, thumbnail_side: 320 }
    }
}

impl Limits {
    /// Three bytes a pixel are more than any JPEG of that size has.
    pub(super) fn most_answer_bytes(self) -> u64 {
        3 * u64::from(self.picture_side).pow(2) + 3 * u64::from(self.thumbnail_side).pow(2) + (64 << 10)
    }
}

/// A picture of which only pixels are left: both files are written by our encoder and carry no
/// metadata, no colour profile and no second picture.
#[derive(Clone, PartialEq, Eq)]
pub struct CleanPicture {
    /// Width and height of `jpeg`, upright.
    pub width: u32,
    pub height: u32,
    pub jpeg: Vec<u8>,
    /// Also a JPEG.
    pub thumbnail: Vec<u8>,
}

/// Sizes only: a picture of somebody's papers must not end in a log.
impl fmt::Debug for CleanPicture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { width, height, jpeg, thumbnail } = self;
        write!(f, "CleanPicture({width} x {height}, {} and {} bytes)", jpeg.len(), thumbnail.len())
    }
}

/// Why a file is not taken. Every reason is one that the sender, or the operator for the last two,
/// can do something about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureRefusal {
    /// Send a JPEG, PNG or WebP.
    NotAPicture(Found),
    /// The file has too many bytes.
    TooManyBytes { most: usize },
    /// The picture has too many pixels or too long a side.
    TooLarge { width: u32, height: u32 },
    /// It begins like a picture and cannot be read to its end.
    Damaged,
    /// Within the limits by its header, and still too much memory or time.
    TooHeavy,
    /// All places were taken for a long time; the same may be sent again.
    Busy,
    /// No child could work; `doctor` says why.
    Broken,
}

/// The first piece of the child's answer.
#[derive(Serialize, Deserialize)]
pub(super) struct Size {
    pub width: u32,
    pub height: u32,
}

/// What is obvious is refused here, without a process.
pub(super) fn check(bytes: &[u8], limits: Limits) -> Result<(), PictureRefusal> {
    if bytes.len() > limits.input_bytes {
        return Err(PictureRefusal::TooManyBytes { most: limits.input_bytes });
    }
    picture_kind(bytes).map_err(PictureRefusal::NotAPicture).map(|_| ())
}

/// The child is as trustworthy as the bytes it worked on: its answer is read as carefully as they were.
pub(super) fn read(answer: &[u8]) -> Result<CleanPicture, PictureRefusal> {
    let pieces = wire::unpack(answer).ok_or(PictureRefusal::Broken)?;
    let (first, files) = pieces.split_first().ok_or(PictureRefusal::Broken)?;
    let size = serde_json::from_slice::<Result<Size, PictureRefusal>>(first).map_err(|_| PictureRefusal::Broken)??;
    match files {
        [jpeg, thumbnail] if infer::image::is_jpeg(jpeg) && infer::image::is_jpeg(thumbnail) => {
            Ok(CleanPicture { width: size.width, height: size.height, jpeg: jpeg.to_vec(), thumbnail: thumbnail.to_vec() })
        }
        _ => Err(PictureRefusal::Broken),
    }
}

pub(super) fn read_marked(answer: &[u8]) -> Result<Vec<u8>, PictureRefusal> {
    match wire::unpack(answer).as_deref() {
        Some([_, jpeg]) if infer::image::is_jpeg(jpeg) => Ok(jpeg.to_vec()),
        _ => Err(PictureRefusal::Broken),
    }
}
