use super::receive::in_words;
use crate::access::Refusal;
use crate::domain::Day;
use crate::server::blobs::{Blobs, Stored};
use crate::server::sandbox::Sandbox;

/// A photo of goods that is clean and on the disk, in all its sizes; the act that names it comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodsPhoto {
    pub stored: Stored,
    /// Width and height of each size, the smallest first.
    pub sizes: [(u32, u32); 3],
    /// `#c8a165`
    pub colour: String,
    /// What it looks like, to be recognised by.
    pub likeness: Vec<u8>,
}

/// All sizes lie in one file, which only `sandbox::shown_file` reads.
const MEDIA: &str = "application/octet-stream";

/// Cleans a photo that everybody will see, and puts it on the disk.
///
/// # Errors
/// As [`super::receive`].
pub async fn receive_goods(sandbox: &Sandbox, blobs: &Blobs, office: i64, field: &str, bytes: &[u8]) -> Result<GoodsPhoto, Refusal> {
    receive_dated(sandbox, (blobs, office), field, bytes, |_| Ok(())).await.map(|(photo, _)| photo)
}

/// The same for a photo of which it matters when it was taken: `judge` is told what the camera has written, and
/// refuses before anything is put anywhere.
///
/// # Errors
/// As [`super::receive`], and those of `judge`.
pub async fn receive_dated(
    sandbox: &Sandbox,
    (blobs, office): (&Blobs, i64),
    field: &str,
    bytes: &[u8],
    judge: impl FnOnce(Option<Day>) -> Result<(), Refusal>,
) -> Result<(GoodsPhoto, Option<Day>), Refusal> {
    let shown = sandbox.show_picture(bytes).await.map_err(|refusal| in_words(field, &refusal))?;
    judge(shown.taken)?;
    let [red, green, blue] = shown.colour;
    let stored = blobs.put(office, MEDIA, &shown.files).await?;
    let colour = format!("#{red:02x}{green:02x}{blue:02x}");
    Ok((GoodsPhoto { stored, sizes: shown.sizes, colour, likeness: shown.likeness }, shown.taken))
}
