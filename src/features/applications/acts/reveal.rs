use super::moment::touched;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Instant};
use crate::features::applications::{Application, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Shows NIK and KK of one case in clear, to this officer, for five minutes. The record has it before
/// the numbers are on the screen.
#[derive(Clone, Debug)]
pub struct Reveal {
    pub id: ApplicationId,
}

pub struct Revealing {
    case: Application,
    until: Instant,
}

impl Reveal {
    pub const SECONDS: i64 = 5 * 60;
}

impl Act for Reveal {
    type Record = Revealing;
    type Done = ();
    const NAME: ActName = ActName::Reveal;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Revealing, Refusal> {
        Ok(Revealing { case: store::case(scope, self.id).await?, until: scope.now().plus_seconds(Self::SECONDS) })
    }

    fn decide(&self, actor: &Actor, revealing: &Revealing) -> Decision {
        policy::decide(actor, Self::NAME, &revealing.case)
    }

    fn apply(&self, revealing: &mut Revealing, _cx: &Moment) -> Result<Change<()>, Refusal> {
        Ok(touched(&revealing.case, ()).fields(&["nik", "kk"]))
    }

    async fn save(revealing: &Revealing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::reveal(scope, revealing.case.id, revealing.until).await
    }
}
