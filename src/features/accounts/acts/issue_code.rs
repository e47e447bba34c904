use super::new_code::{draw_code, hand_out};
use crate::access::{ActName, Actor, Decision, Refusal, Role, Unit};
use crate::domain::{EnrolmentId, MembershipId, OfficeCode};
use crate::features::accounts::model::{Membership, NewCode};
use crate::features::accounts::policy::{self, Subject};
use crate::features::accounts::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// What a member of staff has lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The second factor stays: whoever finds the code still needs the phone.
    Password,
    Phone,
}

/// A new one-time code for somebody who works for the unit, who sees that it was issued.
pub struct IssueCode {
    pub unit: Unit,
    pub right: MembershipId,
    pub lost: Lost,
}

pub struct Record {
    right: Membership,
    code: Option<NewCode>,
    by: Role,
}

impl Act for IssueCode {
    type Record = Record;
    type Done = EnrolmentId;
    const NAME: ActName = ActName::IssueCode;

    fn office(&self) -> Option<OfficeCode> {
        self.unit.office()
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Record, Refusal> {
        let right = store::right(scope, self.right).await?;
        let here = right.unit == self.unit && right.valid_at(scope.now());
        if here { Ok(Record { right, code: None, by: Role::Anonymous }) } else { Err(Refusal::NotFound) }
    }

    fn decide(&self, actor: &Actor, record: &Record) -> Decision {
        policy::decide(actor, Self::NAME, Subject::right(Some(record.right.account), record.right.role, record.right.unit))
    }

    fn apply(&self, record: &mut Record, cx: &Moment) -> Result<Change<EnrolmentId>, Refusal> {
        let code = draw_code(record.right.account, self.lost == Lost::Phone, cx);
        let done = code.id;
        record.code = Some(code);
        record.by = cx.actor.role();
        Ok(Change::of(Object::new("enrolment", done), done))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &record.code {
            Some(code) => hand_out(scope, code, record.by).await,
            None => Ok(()),
        }
    }
}
