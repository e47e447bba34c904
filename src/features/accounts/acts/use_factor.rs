//! A code of the second factor counts once: its step is noted, and that step or an earlier one is
//! refused from then on, in the statement that notes it.

use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::AccountId;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store::{self, By};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// A member of staff comes in: the password was right, and so was the code of this step.
pub struct SignIn {
    pub account: AccountId,
    pub step: i64,
}

/// Somebody who is in shows the second factor again.
pub struct ShowFactor {
    pub account: AccountId,
    pub step: i64,
}

pub struct Record {
    account: AccountId,
    last: Option<i64>,
    step: i64,
}

macro_rules! uses_a_step {
    ($act:ident) => {
        impl Act for $act {
            type Record = Record;
            type Done = ();
            const NAME: ActName = ActName::$act;

            async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
                let person = store::find(scope, By::Id(self.account)).await?.filter(|person| !person.disabled);
                let person = person.ok_or(Refusal::NotFound)?;
                Ok(Record { account: person.id, last: person.totp_step, step: self.step })
            }

            fn decide(&self, actor: &Actor, record: &Record) -> Decision {
                policy::decide(actor, Self::NAME, Subject::person(Some(record.account)))
            }

            fn apply(&self, record: &mut Record, _: &Moment) -> Result<Change<()>, Refusal> {
                record.take_step()
            }

            async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
                store::take_step(scope, record.account, record.step).await
            }
        }
    };
}

uses_a_step!(SignIn);
uses_a_step!(ShowFactor);

impl Record {
    fn take_step(&self) -> Result<Change<()>, Refusal> {
        if self.last.is_some_and(|last| self.step <= last) {
            return Err(Refusal::Invalid(Problems::one("kode", ProblemCode::WrongSignIn)));
        }
        Ok(Change::of(Object::new("account", self.account), ()))
    }
}
