use super::moment::changed;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ListingId, OfficeCode, ParticipantId};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::{Listing, Shop, State, store};
use crate::features::training::{Skill, own_skill};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::{OwnScope, WriteScope};

/// The seller of a shop agrees that its page shows one of their own certificates. Whose it is, the training's own record
/// says: the account that sits there is the account that sells here, or there is nothing to show.
#[derive(Clone, Debug)]
pub struct ShowSkill {
    /// Of the shop; the training may be another office's.
    pub office: OfficeCode,
    pub shop: ListingId,
    pub participant: ParticipantId,
}

pub struct Showing {
    shop: Listing<Shop>,
    skill: Skill,
}

impl Act for ShowSkill {
    type Record = Showing;
    type Done = ();
    const NAME: ActName = ActName::ShowSkill;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Showing, Refusal> {
        // Held: whoever takes the shop meanwhile takes it without this.
        let shop = store::listing_held(scope, self.shop).await?;
        let skill = own_skill(&OwnScope::of_act(scope).await?, self.participant).await?;
        Ok(Showing { shop, skill })
    }

    fn decide(&self, actor: &Actor, showing: &Showing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::of(&showing.shop))
    }

    fn apply(&self, showing: &mut Showing, _: &Moment) -> Result<Change<()>, Refusal> {
        if showing.shop.standing.state() == State::Archived {
            return Err(Refusal::Conflict(Code::ListingArchived));
        }
        Ok(changed(&showing.shop, &["skills"], ()))
    }

    async fn save(showing: &Showing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::show_skill(scope, showing.shop.id, &showing.skill).await
    }
}
