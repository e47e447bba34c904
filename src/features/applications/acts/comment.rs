use super::moment::{again, stamp, touched};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::ApplicationId;
use crate::features::applications::{Application, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// A note among officers. It changes nothing, so whoever changed the case meanwhile is no obstacle.
#[derive(Clone, Debug)]
pub struct Comment {
    pub id: ApplicationId,
    pub note: String,
}

impl Act for Comment {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Comment;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        case.comment(self.note.clone(), stamp(cx))?;
        Ok(touched(case, ()).fields(&["note"]))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await.map_err(again)
    }
}
