use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{AccountId, Lang, Phone};
use crate::features::accounts::model::NewAccount;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store::{self, By};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// A new resident, whose phone was proved by a code. Nothing else is known of them yet.
pub struct Register {
    pub phone: Phone,
    pub language: Lang,
}

/// Whether the phone has an account already, and the new one.
pub struct Record {
    taken: bool,
    account: NewAccount,
}

impl Act for Register {
    type Record = Record;
    type Done = AccountId;
    const NAME: ActName = ActName::Register;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let taken = store::find(scope, By::Phone(&self.phone)).await?.is_some();
        let (phone, language) = (self.phone.clone(), self.language);
        let account = NewAccount { id: AccountId::from_u128(0), phone, name: None, staff_name: None, language, enrolled: None };
        Ok(Record { taken, account })
    }

    fn decide(&self, actor: &Actor, _: &Record) -> Decision {
        policy::decide(actor, Self::NAME, Subject::person(None))
    }

    fn apply(&self, record: &mut Record, cx: &Moment) -> Result<Change<AccountId>, Refusal> {
        if record.taken {
            return Err(Refusal::Conflict(Code::PhoneTaken));
        }
        record.account.id = cx.fresh();
        Ok(Change::of(Object::new("account", record.account.id), record.account.id).fields(&["phone"]))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::add(scope, &record.account).await
    }
}
