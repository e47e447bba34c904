use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::Version;
use crate::features::offices::{OfficeProfile, policy, store};
use crate::server::act::{Act, Change, Moment, Object, register};
use crate::server::db::WriteScope;

/// Keeps what the office says about itself. The crest stays as it is: no act sets it yet. Letters that
/// were issued keep their letterhead: they are frozen. Which letters share a book is settled with the
/// first number of a year: another split would give numbers again that were given.
#[derive(Clone, Debug)]
pub struct KeepProfile {
    pub seen: Version,
    pub profile: OfficeProfile,
}

pub struct Keeping {
    kept: store::KeptProfile,
    numbered: bool,
}

impl Act for KeepProfile {
    type Record = Keeping;
    type Done = ();
    const NAME: ActName = ActName::KeepProfile;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Keeping, Refusal> {
        let kept = store::KeptProfile { version: self.seen, ..store::profile(scope).await? };
        Ok(Keeping { kept, numbered: register::any(scope, register::this_year(scope)).await? })
    }

    fn decide(&self, actor: &Actor, _keeping: &Keeping) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, keeping: &mut Keeping, _cx: &Moment) -> Result<Change<()>, Refusal> {
        let kept = &mut keeping.kept;
        if keeping.numbered && kept.profile.books != self.profile.books {
            return Err(Refusal::Conflict(Code::BooksSettled));
        }
        let crest = kept.profile.crest;
        kept.profile = OfficeProfile { crest, ..self.profile.clone() };
        Ok(Change::of(Object::new("office_profile", kept.id()), ()).fields(&["profile"]))
    }

    async fn save(keeping: &Keeping, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &keeping.kept).await
    }
}
