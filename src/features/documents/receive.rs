use super::incoming::{max_mb, wrong};
use crate::access::Refusal;
use crate::forms::ProblemCode;
use crate::server::blobs::{Blobs, Stored};
use crate::server::incident;
use crate::server::sandbox::{Limits, PictureRefusal, Sandbox};

/// A photo that is clean and on the disk, twice; the act that names it comes next.
pub struct Photo {
    pub photo: Stored,
    pub thumbnail: Stored,
}

const MEDIA: &str = "image/jpeg";

/// Cleans a photo behind the fence and puts it, encrypted, on the disk. What comes in leaves nothing
/// but its pixels.
///
/// # Errors
/// `Invalid` says at the photo's row what is wrong with it; `Busy` when all places are taken.
pub async fn receive(sandbox: &Sandbox, blobs: &Blobs, office: i64, field: &str, bytes: &[u8]) -> Result<Photo, Refusal> {
    let clean = sandbox.clean_picture(bytes, Limits::default()).await.map_err(|refusal| in_words(field, &refusal))?;
    let photo = blobs.put(office, MEDIA, &clean.jpeg).await?;
    let thumbnail = blobs.put(office, MEDIA, &clean.thumbnail).await?;
    Ok(Photo { photo, thumbnail })
}

fn in_words(field: &str, refusal: &PictureRefusal) -> Refusal {
    match refusal {
        PictureRefusal::NotAPicture(_) => wrong(field, ProblemCode::NotAPicture),
        PictureRefusal::TooManyBytes { .. } | PictureRefusal::TooLarge { .. } | PictureRefusal::TooHeavy => {
            wrong(field, ProblemCode::PictureTooBig { max_mb: max_mb() })
        }
        PictureRefusal::Damaged => wrong(field, ProblemCode::PictureDamaged),
        PictureRefusal::Busy => Refusal::Busy,
        PictureRefusal::Broken => incident::report("no child could clean a photo", &"sandbox"),
    }
}
