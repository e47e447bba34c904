use super::new_code::spell;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{Phone, SlipId};
use crate::features::accounts::model::NewSlip;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// An officer prints a code for a phone whose owner stands at the counter. Forty bits, because it lives
/// a day and not five minutes.
pub struct PrintSlip {
    pub phone: Phone,
}

impl Act for PrintSlip {
    type Record = NewSlip;
    type Done = SlipId;
    const NAME: ActName = ActName::PrintSlip;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<NewSlip, Refusal> {
        let printed_by = scope.by().ok_or(Refusal::SignIn)?;
        Ok(NewSlip { id: SlipId::from_u128(0), phone: self.phone.clone(), code: String::new(), printed_by })
    }

    fn decide(&self, actor: &Actor, _: &NewSlip) -> Decision {
        policy::decide(actor, Self::NAME, Subject::person(None))
    }

    fn apply(&self, slip: &mut NewSlip, cx: &Moment) -> Result<Change<SlipId>, Refusal> {
        slip.id = cx.fresh();
        slip.code = spell(&cx.random::<8>());
        Ok(Change::of(Object::new("slip", slip.id), slip.id))
    }

    async fn save(slip: &NewSlip, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::add_slip(scope, slip).await
    }
}
