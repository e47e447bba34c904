use super::joining::Joining;
use super::moment::{Held, must_be_announced, of_participant};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, PersonName, TrainingId};
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Person, Place, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// A resident enrols in a training of any office: on a seat, or at the end of those who wait.
#[derive(Clone, Debug)]
pub struct Enrol {
    pub office: OfficeCode,
    pub training: TrainingId,
    /// As it is to stand in the list and on a certificate.
    pub name: PersonName,
}

impl Act for Enrol {
    type Record = Joining;
    type Done = Place;
    const NAME: ActName = ActName::Enrol;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Joining, Refusal> {
        let account = scope.by().ok_or(Refusal::SignIn)?;
        let mark = store::mark_of_resident(scope, account).await?;
        let held = Held::find(scope, self.training).await?;
        let is_there = store::own_enrolment(scope, self.training, account).await?.is_some();
        Ok(Joining::new(held, mark, is_there))
    }

    fn decide(&self, actor: &Actor, _: &Joining) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, joining: &mut Joining, cx: &Moment) -> Result<Change<Place>, Refusal> {
        must_be_announced(&joining.held.training, &cx.actor)?;
        let (id, place) = joining.join(&self.name, Person::Resident(cx.by()?), cx)?;
        Ok(Change::of(of_participant(id), place).fields(&["turn"]))
    }

    async fn save(joining: &Joining, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        joining.save(scope).await
    }
}
