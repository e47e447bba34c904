use super::moment::{again, moved, stamp};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ApplicationId, Instant};
use crate::features::applications::{Application, State, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Closes what its owner has left lying, and destroys what was typed and photographed. No person may
/// wish it: the house does it by itself (security 12 and 14).
#[derive(Clone, Debug)]
pub struct Expire {
    pub id: ApplicationId,
}

/// A case, and whether its time is over.
pub struct Lying {
    case: Application,
    over: bool,
}

impl Expire {
    /// A draft that nobody has touched for so long.
    pub const DRAFT_SECONDS: i64 = 30 * 86_400;
    /// A case that was returned, and not mended for so long: the return is the notice.
    pub const RETURNED_SECONDS: i64 = 14 * 86_400;

    fn is_over(case: &Application, now: Instant) -> bool {
        match case.state {
            State::Draft => case.saved_at < now.plus_seconds(-Self::DRAFT_SECONDS),
            State::NeedsFix => case.since < now.plus_seconds(-Self::RETURNED_SECONDS),
            _ => false,
        }
    }
}

impl Act for Expire {
    type Record = Lying;
    type Done = ();
    const NAME: ActName = ActName::Expire;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Lying, Refusal> {
        let case = store::case(scope, self.id).await?;
        Ok(Lying { over: Self::is_over(&case, scope.now()), case })
    }

    fn decide(&self, actor: &Actor, lying: &Lying) -> Decision {
        Decision::when(lying.over && actor.account().is_none())
    }

    fn apply(&self, lying: &mut Lying, cx: &Moment) -> Result<Change<()>, Refusal> {
        lying.case.discard(stamp(cx))?;
        Ok(moved(&lying.case, ()))
    }

    async fn save(lying: &Lying, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &lying.case).await.map_err(again)
    }
}
