use super::moment::touched;
use crate::access::{ActName, Actor, Decision, Refusal, Role};
use crate::domain::{ApplicationId, Instant};
use crate::features::applications::{Application, policy, store};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Shows NIK and KK of one case in clear, to this officer, for five minutes. That is in the record, and
/// in what its owner sees, in the same transaction: before the numbers are on the screen.
#[derive(Clone, Debug)]
pub struct Reveal {
    pub id: ApplicationId,
    /// One of [`AccessPurpose::REVEALS`].
    pub purpose: AccessPurpose,
}

pub struct Revealing {
    case: Application,
    purpose: AccessPurpose,
    until: Instant,
    by: Role,
}

impl Reveal {
    pub const SECONDS: i64 = 5 * 60;
}

impl Act for Reveal {
    type Record = Revealing;
    type Done = ();
    const NAME: ActName = ActName::Reveal;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Revealing, Refusal> {
        let (case, until) = (store::case(scope, self.id).await?, scope.now().plus_seconds(Self::SECONDS));
        Ok(Revealing { case, purpose: self.purpose, until, by: Role::Anonymous })
    }

    fn decide(&self, actor: &Actor, revealing: &Revealing) -> Decision {
        policy::decide(actor, Self::NAME, &revealing.case)
    }

    fn apply(&self, revealing: &mut Revealing, cx: &Moment) -> Result<Change<()>, Refusal> {
        revealing.by = cx.actor.role();
        Ok(touched(&revealing.case, ()).fields(&["nik", "kk"]))
    }

    async fn save(revealing: &Revealing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let case = &revealing.case;
        let look = Look { subject: case.owner, purpose: revealing.purpose, object: Object::new("application", case.id) };
        access_log::note(scope, revealing.by, &look).await?;
        store::reveal(scope, case.id, revealing.until).await
    }
}
