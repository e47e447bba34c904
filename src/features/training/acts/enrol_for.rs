use super::joining::Joining;
use super::moment::{Held, of_participant};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{PersonName, Phone, TrainingId};
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Person, Place, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// The office enrols somebody who stands at its counter, with or without a phone.
#[derive(Clone, Debug)]
pub struct EnrolFor {
    pub training: TrainingId,
    pub name: PersonName,
    pub phone: Option<Phone>,
}

impl Act for EnrolFor {
    type Record = Joining;
    type Done = Place;
    const NAME: ActName = ActName::EnrolFor;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Joining, Refusal> {
        let held = Held::find(scope, self.training).await?;
        let mark = store::mark_of_guest(scope, &self.name, self.phone.as_ref());
        let is_there = store::is_known(scope, self.training, mark).await?;
        Ok(Joining::new(held, Some(mark), is_there))
    }

    fn decide(&self, actor: &Actor, _: &Joining) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, joining: &mut Joining, cx: &Moment) -> Result<Change<Place>, Refusal> {
        let (id, place) = joining.join(&self.name, Person::Guest { phone: self.phone.clone() }, cx)?;
        Ok(Change::of(of_participant(id), place).fields(&["turn"]))
    }

    async fn save(joining: &Joining, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        joining.save(scope).await
    }
}
