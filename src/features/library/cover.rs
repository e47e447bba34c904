//! The cover of a title: a photo that the library which entered it has taken.

use super::policy::{self, Facts};
use super::store;
use crate::access::{ActName, Actor, Refusal, Unit};
use crate::domain::{BlobId, OfficeCode, TitleId};
use crate::features::catalogue::{Photo, Picture, photo_picture};
use crate::server::db::{Db, OfficeScope, PublicScope};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    pub title: TitleId,
    /// At which its photo is kept.
    pub office: OfficeCode,
    pub photo: Photo,
}

/// The cover, or the drawing that stands in for one. Its name stands beside it, so nothing is said of it.
pub fn cover_picture(cover: Option<&Cover>) -> Picture {
    match cover {
        Some(cover) => photo_picture(&["/foto/buku/", &cover.title.to_string(), "/"].concat(), &cover.photo),
        None => Picture { src: "/gambar/buku.svg".to_owned(), width: 160, height: 160, ..Picture::default() },
    }
}

/// The page of the desk on which a cover is brought.
pub fn page_of_cover(title: &str) -> String {
    ["/kantor/pustaka/buku/", title].concat()
}

/// The library that entered the title, for who may bring its cover.
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for another library, and for who may only look.
pub async fn may_keep_cover(db: &Db, actor: &Actor, title: &str) -> Result<(OfficeCode, TitleId), Refusal> {
    let Some(Unit::Office(office)) = actor.unit() else { return Err(Refusal::NotFound) };
    let id: TitleId = title.parse().map_err(|_| Refusal::NotFound)?;
    let known = store::title(&*OfficeScope::open(db, actor).await?, id).await?;
    policy::decide(actor, ActName::KeepCover, Facts::entered(known.entered_by, office.number())).permit()?;
    Ok((office, id))
}

/// Where the photo of a cover is, for everybody.
///
/// # Errors
/// `NotFound` for none, and for one that was replaced.
pub async fn public_cover(db: &Db, title: &str, photo: &str) -> Result<(OfficeCode, String), Refusal> {
    let title: TitleId = title.parse().map_err(|_| Refusal::NotFound)?;
    let photo: BlobId = photo.parse().map_err(|_| Refusal::NotFound)?;
    let cover = store::covers_of(&PublicScope::open(db).await?, &[title]).await?.pop();
    let cover = cover.filter(|cover| cover.photo.id == photo).ok_or(Refusal::NotFound)?;
    Ok((cover.office, cover.photo.file))
}
