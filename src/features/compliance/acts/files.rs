//! Files that prove an answer. They are on the disk already when they come here.

use super::answering::{Answering, mark};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{BlobId, CampaignId};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::{EvidenceFile, FileKind};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::blobs::{self, Stored};
use crate::server::db::WriteScope;

/// Puts a file to an answer. Like a photo it overtakes nothing that was typed.
#[derive(Clone, Debug)]
pub struct AddFile {
    pub campaign: CampaignId,
    pub item: String,
    pub file: Stored,
    /// What the office says that it is.
    pub title: String,
    /// Of a picture: whoever can be recognised on it agrees, or nobody can be.
    pub agreed: bool,
}

pub struct Adding {
    answering: Answering,
    file: Stored,
    new: Option<BlobId>,
}

impl Act for AddFile {
    type Record = Adding;
    type Done = BlobId;
    /// A file is evidence as a photo is: whoever may add the one may add the other.
    const NAME: ActName = ActName::AddEvidence;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Adding, Refusal> {
        Ok(Adding { answering: Answering::find(scope, self.campaign).await?, file: self.file.clone(), new: None })
    }

    fn decide(&self, actor: &Actor, _: &Adding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Adding, cx: &Moment) -> Result<Change<BlobId>, Refusal> {
        record.answering.must_take_answers(cx)?;
        let kind = FileKind::of(self.file.media);
        if kind.is_public() && !self.agreed {
            return Err(Refusal::Invalid(Problems::one("setuju_gambar", ProblemCode::NotTicked)));
        }
        let (id, mark) = (cx.fresh::<BlobId>(), mark(cx)?);
        let Stored { name, size_bytes, .. } = self.file.clone();
        let file = EvidenceFile {
            id,
            file: name,
            kind,
            size_bytes: u64::try_from(size_bytes).unwrap_or_default(),
            title: self.title.clone(),
            by: mark.by,
            added_at: mark.at,
            agreed: kind.is_public() && self.agreed,
        };
        record.answering.open_answer(&self.item, cx)?.add_file(file, mark)?;
        record.new = Some(id);
        Ok(record.answering.changed(&["files"], id))
    }

    async fn save(record: &Adding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(id) = record.new {
            blobs::name_it(scope, id, &record.file, None).await?;
        }
        record.answering.save(scope).await
    }
}
