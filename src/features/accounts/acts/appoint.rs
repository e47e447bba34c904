use super::new_code::{draw_code, hand_out};
use crate::access::{ActName, Actor, Code, Decision, Refusal, Role, Unit};
use crate::domain::{AccountId, EnrolmentId, Lang, MembershipId, OfficeCode, PersonName, Phone};
use crate::features::accounts::model::{Account, NewAccount, NewCode, NewRight};
use crate::features::accounts::people::place_of;
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store::{self, By};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Gives somebody a right to act for an office or a kecamatan: the administrator a head or a camat, the
/// head an operator or a verifier. Who has no account gets one, and a one-time code to hand over: nobody chooses a password
/// for somebody else. Whoever had an account before sees in it who did this: the code opens it.
pub struct Appoint {
    pub unit: Unit,
    pub role: Role,
    pub name: PersonName,
    pub phone: Phone,
}

pub struct Record {
    person: Option<Account>,
    works_here: bool,
    staff_name: Option<String>,
    account: Option<NewAccount>,
    right: Option<NewRight>,
    code: Option<NewCode>,
    by: Role,
}

impl Act for Appoint {
    type Record = Record;
    /// The code to hand over; none when the person has password and second factor already.
    type Done = Option<EnrolmentId>;
    const NAME: ActName = ActName::Appoint;

    fn office(&self) -> Option<OfficeCode> {
        self.unit.office()
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let person = store::find(scope, By::Phone(&self.phone)).await?;
        let rights = match &person {
            Some(person) => store::rights_of(scope, person.id).await?,
            None => Vec::new(),
        };
        let works_here = rights.iter().any(|right| right.unit == self.unit);
        let staff_name = match person {
            None => free_name(scope, &self.name, self.unit).await?,
            Some(_) => None,
        };
        Ok(Record { person, works_here, staff_name, account: None, right: None, code: None, by: Role::Anonymous })
    }

    fn decide(&self, actor: &Actor, record: &Record) -> Decision {
        let account = record.person.as_ref().map(|person| person.id);
        policy::decide(actor, Self::NAME, Subject::right(account, self.role, self.unit))
    }

    fn apply(&self, record: &mut Record, cx: &Moment) -> Result<Change<Self::Done>, Refusal> {
        if record.works_here {
            return Err(Refusal::Conflict(Code::AlreadyStaff));
        }
        let (account, enrolled) = match &record.person {
            Some(person) => (person.id, person.enrolled),
            None => (cx.fresh::<AccountId>(), false),
        };
        if record.person.is_none() {
            let (phone, name, staff_name) = (self.phone.clone(), Some(self.name.as_str().to_owned()), record.staff_name.clone());
            record.account = Some(NewAccount { id: account, phone, name, staff_name, language: Lang::Id, enrolled: None });
        }
        let right = NewRight { id: cx.fresh::<MembershipId>(), account, unit: self.unit, role: self.role };
        record.right = Some(right);
        record.code = (!enrolled).then(|| draw_code(account, true, cx));
        record.by = cx.actor.role();
        let done = record.code.as_ref().map(|code| code.id);
        Ok(Change::of(Object::new("membership", right.id), done).fields(&["role", "unit"]))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some(account) = &record.account {
            store::add(scope, account).await?;
        }
        if let Some(right) = &record.right {
            store::add_right(scope, right).await?;
            if let Some(person) = &record.person {
                let object = Object::new("membership", right.id);
                let look = Look { subject: person.id, purpose: AccessPurpose::Appointment, object };
                access_log::note(scope, record.by, &look).await?;
            }
        }
        match &record.code {
            Some(code) if record.person.is_some() => hand_out(scope, code, record.by).await,
            Some(code) => store::add_code(scope, code).await,
            None => Ok(()),
        }
    }
}

/// `rini.tamansari-licin`, or with a number behind the name where there is one already.
async fn free_name(scope: &WriteScope<'_>, name: &PersonName, unit: Unit) -> Result<Option<String>, Refusal> {
    let first: String = name.as_str().split(' ').next().unwrap_or_default().to_lowercase();
    let first: String = first.chars().filter(char::is_ascii_alphanumeric).collect();
    let Some((_, place)) = place_of(unit).filter(|_| !first.is_empty()) else { return Ok(None) };
    for number in 1..10 {
        let behind = if number == 1 { String::new() } else { number.to_string() };
        let wanted = format!("{first}{behind}.{place}");
        if store::staff_name_is_free(scope, &wanted).await? {
            return Ok(Some(wanted));
        }
    }
    Ok(None)
}
