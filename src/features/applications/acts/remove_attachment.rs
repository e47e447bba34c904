use super::moment::{again, touched};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, BlobId, OfficeCode};
use crate::features::applications::{Application, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes a photo of a draft away again.
#[derive(Clone, Debug)]
pub struct RemoveAttachment {
    pub office: OfficeCode,
    pub id: ApplicationId,
    pub photo: BlobId,
}

impl Act for RemoveAttachment {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::RemoveAttachment;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, _cx: &Moment) -> Result<Change<()>, Refusal> {
        case.remove_attachment(self.photo)?;
        Ok(touched(case, ()).fields(&["attachments"]))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await.map_err(again)
    }
}
