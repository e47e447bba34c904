use serde::{Deserialize, Serialize};

use super::moment::{again, service, touched};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, BlobId, OfficeCode};
use crate::features::applications::{Application, Attachment, policy, store};
use crate::forms::{Field, FieldKind};
use crate::server::act::{Act, Change, Moment};
use crate::server::blobs::{self, Stored};
use crate::server::db::WriteScope;

/// Puts a photo, which is on the disk already, under a question of the form.
#[derive(Clone, Debug)]
pub struct Attach {
    pub office: OfficeCode,
    pub id: ApplicationId,
    /// The name of the question.
    pub field: String,
    pub photo: Stored,
    pub thumbnail: Stored,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    pub photo: BlobId,
    pub thumbnail: BlobId,
}

/// The case and what is to be named with it.
pub struct Attaching {
    case: Application,
    new: Option<(Attached, Stored, Stored)>,
}

impl Act for Attach {
    type Record = Attaching;
    type Done = Attached;
    const NAME: ActName = ActName::Attach;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Attaching, Refusal> {
        Ok(Attaching { case: store::case(scope, self.id).await?, new: None })
    }

    fn decide(&self, actor: &Actor, attaching: &Attaching) -> Decision {
        policy::decide(actor, Self::NAME, &attaching.case)
    }

    fn apply(&self, attaching: &mut Attaching, cx: &Moment) -> Result<Change<Attached>, Refusal> {
        let case = &mut attaching.case;
        let question = question(case, &self.field)?;
        let done = Attached { photo: cx.fresh(), thumbnail: cx.fresh() };
        let size_bytes = self.photo.size_bytes.unsigned_abs();
        let photo = Attachment { id: done.photo, thumbnail: done.thumbnail, field: question.name.clone(), size_bytes, at: cx.now };
        case.attach(question, photo)?;
        let change = touched(case, done).fields(&["attachments"]);
        attaching.new = Some((done, self.photo.clone(), self.thumbnail.clone()));
        Ok(change)
    }

    async fn save(attaching: &Attaching, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let owner = Some(attaching.case.owner);
        if let Some((done, photo, thumbnail)) = &attaching.new {
            blobs::name_it(scope, done.photo, photo, owner).await?;
            blobs::name_it(scope, done.thumbnail, thumbnail, owner).await?;
        }
        store::save(scope, &attaching.case).await.map_err(again)
    }
}

/// The question of the case's form that asks for these photos.
fn question(case: &Application, name: &str) -> Result<&'static Field, Refusal> {
    let mut fields = service(&case.service)?.form.steps.iter().flat_map(|step| &step.fields);
    fields.find(|field| field.name == name && field.kind == FieldKind::Attachment).ok_or(Refusal::NotFound)
}
