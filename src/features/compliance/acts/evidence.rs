//! Photos and files that prove an answer. They are on the disk already when they come here.

use super::answering::{Answering, mark, today};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{BlobId, CampaignId, Day, Pin};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{AlikePhoto, Evidence, Item, PhotoMark, Place, When, doubts, other_day, store};
use crate::features::documents::GoodsPhoto;
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::blobs;
use crate::server::db::WriteScope;

/// Puts a photo to an answer. Nothing that was typed beside it is stale by it: the version of the answer that
/// was seen is not asked for.
#[derive(Clone, Debug)]
pub struct AddEvidence {
    pub campaign: CampaignId,
    pub item: String,
    pub photo: GoodsPhoto,
    /// Of its bytes as they came, under the key of the regency.
    pub digest: [u8; 16],
    /// Photos that look like it: its reviewer is told.
    pub alike: Vec<AlikePhoto>,
    /// By day or by night, as the office says, where the item tells them apart.
    pub when: When,
    /// As the office says.
    pub taken: Option<Day>,
    /// As the camera has written.
    pub camera: Option<Day>,
    pub place: Option<Place>,
    /// Where the office stands, if it has said so.
    pub office: Option<Pin>,
    pub reason: String,
    /// Whoever can be recognised on it agrees, or nobody can be.
    pub agreed: bool,
}

pub struct Adding {
    answering: Answering,
    /// Of the same bytes, by whomever.
    used: Option<PhotoMark>,
    new: Option<PhotoMark>,
    photo: GoodsPhoto,
}

impl Act for AddEvidence {
    type Record = Adding;
    /// `None`: it was used before, and is not taken.
    type Done = Option<BlobId>;
    const NAME: ActName = ActName::AddEvidence;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Adding, Refusal> {
        let used = store::used(scope, self.digest).await?;
        Ok(Adding { answering: Answering::find(scope, self.campaign).await?, used, new: None, photo: self.photo.clone() })
    }

    fn decide(&self, actor: &Actor, _: &Adding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Adding, cx: &Moment) -> Result<Change<Option<BlobId>>, Refusal> {
        // First of all: nobody mends a photo that comes too late anyway.
        record.answering.must_take_answers(cx)?;
        // It becomes public: nobody but the office knows whom it shows.
        if !self.agreed {
            return Err(Refusal::Invalid(Problems::one("setuju", ProblemCode::NotTicked)));
        }
        let here = |mark: &PhotoMark| mark.office == record.answering.standing.office && mark.campaign == self.campaign;
        if let Some(used) = &record.used {
            if here(used) && used.item == self.item {
                // It is there: the office has pressed twice.
                return Err(Refusal::Conflict(Code::PhotoAgain));
            }
            let of = used.id;
            record.answering.open_answer(&self.item, cx)?.refuse_photo(of, mark(cx)?)?;
            return Ok(record.answering.changed(&["evidence"], None));
        }
        let GoodsPhoto { stored, sizes, colour, likeness } = self.photo.clone();
        let asks = record.answering.instrument.item(&self.item).is_some_and(Item::tells_day_from_night);
        if asks && self.when == When::Any {
            return Err(Refusal::Invalid(Problems::one("saat", ProblemCode::MissingChoice)));
        }
        let taken = self.taken.or(self.camera);
        let mut doubts = doubts(taken, self.place, (record.answering.campaign.opens, today(cx)), self.office);
        if !doubts.is_empty() && self.reason.trim().is_empty() {
            return Err(Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing)));
        }
        doubts.extend(other_day(self.taken, self.camera));
        let (id, mark) = (cx.fresh::<BlobId>(), mark(cx)?);
        let evidence = Evidence {
            id,
            file: stored.name,
            sizes,
            colour,
            by: mark.by,
            added_at: mark.at,
            taken,
            when: if asks { self.when } else { When::Any },
            camera: self.camera,
            place: self.place,
            metres: self.office.zip(self.place).map(|(office, place)| office.metres_to(place.pin)),
            doubts,
            resembles: self.alike.iter().any(|alike| alike.elsewhere),
            reason: self.reason.clone(),
            agreed: self.agreed,
            period: None,
        };
        record.answering.open_answer(&self.item, cx)?.add(evidence, mark)?;
        record.new = Some(PhotoMark {
            id,
            office: record.answering.standing.office,
            campaign: self.campaign,
            item: self.item.clone(),
            digest: self.digest,
            likeness,
            alike: self.alike.iter().map(|alike| (alike.id, alike.percent)).collect(),
        });
        Ok(record.answering.changed(&["evidence"], Some(id)))
    }

    async fn save(record: &Adding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(mark) = &record.new {
            blobs::name_it(scope, mark.id, &record.photo.stored, None).await?;
            store::add_mark(scope, mark).await?;
        }
        record.answering.save(scope).await
    }
}

/// Takes a photo or a file away again, while the item is with the office.
#[derive(Clone, Debug)]
pub struct RemoveEvidence {
    pub campaign: CampaignId,
    pub item: String,
    pub photo: BlobId,
}

pub struct Removing {
    answering: Answering,
    gone: BlobId,
}

impl Act for RemoveEvidence {
    type Record = Removing;
    type Done = ();
    const NAME: ActName = ActName::RemoveEvidence;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Removing, Refusal> {
        Ok(Removing { answering: Answering::find(scope, self.campaign).await?, gone: self.photo })
    }

    fn decide(&self, actor: &Actor, _: &Removing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Removing, cx: &Moment) -> Result<Change<()>, Refusal> {
        record.answering.open_answer(&self.item, cx)?.take_away(self.photo, mark(cx)?)?;
        Ok(record.answering.changed(&["evidence"], ()))
    }

    async fn save(record: &Removing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        blobs::forget(scope, record.gone).await?;
        // A file has none, which is as well.
        store::forget_mark(scope, record.gone).await?;
        record.answering.save(scope).await
    }
}
