use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::OfficeCode;
use crate::features::offices::policy;
use crate::features::offices::store::{OfficeId, pilot};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Puts an office into the pilot, or takes it out. Said twice it changes nothing.
#[derive(Clone, Debug)]
pub struct ChoosePilot {
    pub office: OfficeCode,
    pub pilot: bool,
}

pub struct Choice {
    office: OfficeCode,
    pilot: bool,
    before: bool,
}

impl Act for ChoosePilot {
    type Record = Choice;
    type Done = ();
    const NAME: ActName = ActName::ChoosePilot;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Choice, Refusal> {
        Ok(Choice { office: self.office, pilot: self.pilot, before: pilot::was_chosen(scope, self.office).await? })
    }

    fn decide(&self, actor: &Actor, _choice: &Choice) -> Decision {
        policy::decide(actor, Self::NAME)
    }

    fn apply(&self, _choice: &mut Choice, _cx: &Moment) -> Result<Change<()>, Refusal> {
        let office = Object::new("office", OfficeId::from(self.office));
        Ok(Change::of(office, ()).fields(&["pilot"]))
    }

    async fn save(choice: &Choice, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        pilot::choose(scope, choice.office, choice.pilot, choice.before).await
    }
}
