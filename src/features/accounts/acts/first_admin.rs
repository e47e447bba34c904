use super::new_code::draw_code;
use crate::access::{ActName, Actor, Decision, Refusal, Role, Unit};
use crate::domain::{AccountId, Lang, MembershipId, PersonName, Phone};
use crate::features::accounts::model::{Account, NewAccount, NewCode, NewRight};
use crate::features::accounts::store::{self, By};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// The first administrator of a regency, or one who has lost everything. Wanted from the command line
/// alone, by who already holds database and key in their hands; no request makes this act, and a test of
/// the architecture sees to it.
pub struct FirstAdmin {
    pub name: PersonName,
    pub phone: Phone,
}

pub struct Record {
    person: Option<Account>,
    is_admin: bool,
    account: Option<NewAccount>,
    right: Option<NewRight>,
    code: Option<NewCode>,
}

impl Act for FirstAdmin {
    type Record = Record;
    /// The code to type at `/masuk/aktivasi`.
    type Done = String;
    const NAME: ActName = ActName::FirstAdmin;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let person = store::find(scope, By::Phone(&self.phone)).await?;
        let rights = match &person {
            Some(person) => store::rights_of(scope, person.id).await?,
            None => Vec::new(),
        };
        let is_admin = rights.iter().any(|right| right.role == Role::RegencyAdmin);
        Ok(Record { person, is_admin, account: None, right: None, code: None })
    }

    fn decide(&self, actor: &Actor, _: &Record) -> Decision {
        Decision::when(*actor == Actor::anonymous())
    }

    fn apply(&self, record: &mut Record, cx: &Moment) -> Result<Change<String>, Refusal> {
        let account = record.person.as_ref().map_or_else(|| cx.fresh::<AccountId>(), |person| person.id);
        if record.person.is_none() {
            let (phone, name) = (self.phone.clone(), Some(self.name.as_str().to_owned()));
            record.account = Some(NewAccount { id: account, phone, name, staff_name: None, language: Lang::Id, enrolled: None });
        }
        if !record.is_admin {
            let unit = Unit::Regency(cx.office());
            record.right = Some(NewRight { id: cx.fresh::<MembershipId>(), account, unit, role: Role::RegencyAdmin });
        }
        let code = draw_code(account, true, cx);
        let done = code.code.clone();
        record.code = Some(code);
        Ok(Change::of(Object::new("account", account), done).fields(&["role", "unit"]))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(account) = &record.account {
            store::add(scope, account).await?;
        }
        if let Some(right) = &record.right {
            store::add_right(scope, right).await?;
        }
        match &record.code {
            Some(code) => store::add_code(scope, code).await,
            None => Ok(()),
        }
    }
}
