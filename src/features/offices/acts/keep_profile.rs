use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::Version;
use crate::features::offices::{OfficeProfile, policy, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Keeps what the office says about itself. Crest and pilot stay as they are: other acts set them.
/// Letters that were issued keep their letterhead: they are frozen.
#[derive(Clone, Debug)]
pub struct KeepProfile {
    pub seen: Version,
    pub profile: OfficeProfile,
}

impl Act for KeepProfile {
    type Record = store::KeptProfile;
    type Done = ();
    const NAME: ActName = ActName::KeepProfile;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<store::KeptProfile, Refusal> {
        Ok(store::KeptProfile { version: self.seen, ..store::profile(scope).await? })
    }

    fn decide(&self, actor: &Actor, _kept: &store::KeptProfile) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, kept: &mut store::KeptProfile, _cx: &Moment) -> Result<Change<()>, Refusal> {
        let crest = kept.profile.crest;
        kept.profile = OfficeProfile { crest, ..self.profile.clone() };
        Ok(Change::of(Object::new("office_profile", kept.id()), ()).fields(&["profile"]))
    }

    async fn save(kept: &store::KeptProfile, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, kept).await
    }
}
