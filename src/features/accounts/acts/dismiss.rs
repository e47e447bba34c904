use crate::access::{ActName, Actor, Decision, Refusal, Unit};
use crate::domain::{MembershipId, OfficeCode};
use crate::features::accounts::model::Membership;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Takes a right away, from now on. Sessions under it are over at their next request.
pub struct Dismiss {
    pub unit: Unit,
    pub right: MembershipId,
}

impl Act for Dismiss {
    type Record = Membership;
    type Done = ();
    const NAME: ActName = ActName::Dismiss;

    fn office(&self) -> Option<OfficeCode> {
        self.unit.office()
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Membership, Refusal> {
        let right = store::right(scope, self.right).await?;
        if right.unit == self.unit && right.valid_at(scope.now()) { Ok(right) } else { Err(Refusal::NotFound) }
    }

    fn decide(&self, actor: &Actor, right: &Membership) -> Decision {
        policy::decide(actor, Self::NAME, Subject::right(Some(right.account), right.role, right.unit))
    }

    fn apply(&self, right: &mut Membership, cx: &Moment) -> Result<Change<()>, Refusal> {
        right.valid_to = Some(cx.now);
        Ok(Change::of(Object::new("membership", right.id), ()).fields(&["valid_to"]))
    }

    async fn save(right: &Membership, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::end_right(scope, right).await
    }
}
