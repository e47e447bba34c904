use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::OfficeCode;
use crate::features::library::acts::borrower::Whose;
use crate::features::library::acts::cardholder::Cardholder;
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Member, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Somebody reads along in the club of a library: a resident oneself, or a reader whom the office enters.
#[derive(Clone, Debug)]
pub struct JoinClub {
    pub office: OfficeCode,
    pub whose: Whose,
}

pub struct Joining {
    holder: Cardholder,
    /// Whether there is a club.
    meets: bool,
    is_member: bool,
    new: Option<Member>,
}

impl Act for JoinClub {
    type Record = Joining;
    type Done = ();
    const NAME: ActName = ActName::JoinClub;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Joining, Refusal> {
        let holder = Cardholder::find(scope, &self.whose).await?;
        let is_member = match &holder.reader {
            Some(reader) => store::is_member(scope, reader.id).await?,
            None => false,
        };
        Ok(Joining { meets: store::has_club(scope).await?, holder, is_member, new: None })
    }

    fn decide(&self, actor: &Actor, _: &Joining) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, joining: &mut Joining, cx: &Moment) -> Result<Change<()>, Refusal> {
        if !joining.meets {
            return Err(Refusal::NotFound);
        }
        if joining.is_member {
            return Err(Refusal::Conflict(Code::InClubAlready));
        }
        let reader = joining.holder.take(self.office, &self.whose, cx)?;
        let member = joining.new.insert(Member { reader: reader.id, account: reader.account, reached: None });
        Ok(Change::of(Object::new("library_member", member.reader), ()).fields(&["joined_at"]))
    }

    async fn save(joining: &Joining, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some(member) = &joining.new else { return Ok(()) };
        joining.holder.save(scope).await?;
        store::add_member(scope, member).await
    }
}
