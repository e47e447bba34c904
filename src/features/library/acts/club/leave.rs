use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, ReaderId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Member, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Somebody reads along no more. The card stays theirs.
#[derive(Clone, Debug)]
pub struct LeaveClub {
    pub office: OfficeCode,
    pub reader: ReaderId,
}

impl Act for LeaveClub {
    type Record = Member;
    type Done = ();
    const NAME: ActName = ActName::LeaveClub;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Member, Refusal> {
        store::member(scope, self.reader).await
    }

    fn decide(&self, actor: &Actor, member: &Member) -> Decision {
        policy::decide(actor, Self::NAME, Facts::own(member.account))
    }

    fn apply(&self, member: &mut Member, _: &Moment) -> Result<Change<()>, Refusal> {
        Ok(Change::of(Object::new("library_member", member.reader), ()).fields(&["joined_at"]))
    }

    async fn save(member: &Member, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::remove_member(scope, member.reader).await
    }
}
