use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, TitleId};
use crate::features::catalogue::Photo;
use crate::features::documents::GoodsPhoto;
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Known;
use crate::features::library::{Cover, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::blobs::Stored;
use crate::server::db::WriteScope;

/// Shows a title by a photo of its cover, in place of the one before. The library that entered the title does so for
/// all. Its bytes are on the disk before.
#[derive(Clone, Debug)]
pub struct KeepCover {
    pub office: OfficeCode,
    pub title: TitleId,
    pub photo: GoodsPhoto,
}

pub struct Covering {
    known: Known,
    before: Option<Cover>,
    new: Option<(Cover, Stored)>,
}

impl Act for KeepCover {
    type Record = Covering;
    type Done = ();
    const NAME: ActName = ActName::KeepCover;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Covering, Refusal> {
        let (known, before) = (store::title(scope, self.title).await?, store::cover_of(scope, self.title).await?);
        Ok(Covering { known, before, new: None })
    }

    fn decide(&self, actor: &Actor, covering: &Covering) -> Decision {
        policy::decide(actor, Self::NAME, Facts::entered(covering.known.entered_by, self.office.number()))
    }

    fn apply(&self, covering: &mut Covering, cx: &Moment) -> Result<Change<()>, Refusal> {
        let GoodsPhoto { stored, sizes, colour, .. } = self.photo.clone();
        let photo = Photo { id: cx.fresh(), file: stored.name.clone(), alt: String::new(), sizes, colour };
        covering.new = Some((Cover { title: self.title, office: self.office, photo }, stored));
        Ok(Change::of(Object::new("library_title", self.title), ()).fields(&["cover"]))
    }

    async fn save(covering: &Covering, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some((cover, stored)) = &covering.new else { return Ok(()) };
        store::save_cover(scope, cover, stored, covering.before.as_ref().map(|before| before.photo.id)).await
    }
}

/// Takes the photo of a cover away again.
#[derive(Clone, Debug)]
pub struct RemoveCover {
    pub office: OfficeCode,
    pub title: TitleId,
}

impl Act for RemoveCover {
    type Record = (Known, Cover);
    type Done = ();
    const NAME: ActName = ActName::RemoveCover;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<(Known, Cover), Refusal> {
        let known = store::title(scope, self.title).await?;
        Ok((known, store::cover_of(scope, self.title).await?.ok_or(Refusal::NotFound)?))
    }

    fn decide(&self, actor: &Actor, (known, _): &(Known, Cover)) -> Decision {
        policy::decide(actor, Self::NAME, Facts::entered(known.entered_by, self.office.number()))
    }

    fn apply(&self, _: &mut (Known, Cover), _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(Change::of(Object::new("library_title", self.title), ()).fields(&["cover"]))
    }

    async fn save((_, cover): &(Known, Cover), scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::remove_cover(scope, cover).await
    }
}
