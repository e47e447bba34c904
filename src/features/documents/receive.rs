use crate::access::Refusal;
use crate::forms::{ProblemCode, Problems};
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

pub(super) fn in_words(field: &str, refusal: &PictureRefusal) -> Refusal {
    match refusal {
        PictureRefusal::NotAPicture(_) => wrong_photo(field, ProblemCode::NotAPicture),
        PictureRefusal::TooManyBytes { .. } | PictureRefusal::TooLarge { .. } | PictureRefusal::TooHeavy => too_big(field),
        PictureRefusal::Damaged => wrong_photo(field, ProblemCode::PictureDamaged),
        PictureRefusal::Busy => Refusal::Busy,
        PictureRefusal::Broken => incident::report("no child could clean a photo", &"sandbox"),
    }
}

/// What is wrong with a photo, said at its row.
pub fn wrong_photo(field: &str, code: ProblemCode) -> Refusal {
    Refusal::Invalid(Problems::one(field, code))
}

/// More than a picture may weigh, in the unit in which phones say it.
pub fn too_big(field: &str) -> Refusal {
    let max_mb = u32::try_from(Limits::default().input_bytes >> 20).unwrap_or(u32::MAX);
    wrong_photo(field, ProblemCode::PictureTooBig { max_mb })
}
