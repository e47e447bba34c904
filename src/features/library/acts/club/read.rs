use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{MeetingId, OfficeCode, ReaderId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Meeting, Member, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// A member says how far they have read in the book of a meeting. Only they are shown it.
#[derive(Clone, Debug)]
pub struct NoteReading {
    pub office: OfficeCode,
    pub reader: ReaderId,
    pub meeting: MeetingId,
    /// "halaman 45", "bab 3"
    pub reached: String,
}

pub struct Noting {
    member: Member,
    meeting: Meeting,
}

impl Act for NoteReading {
    type Record = Noting;
    type Done = ();
    const NAME: ActName = ActName::NoteReading;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Noting, Refusal> {
        Ok(Noting { member: store::member(scope, self.reader).await?, meeting: store::meeting(scope, self.meeting).await? })
    }

    fn decide(&self, actor: &Actor, noting: &Noting) -> Decision {
        policy::decide(actor, Self::NAME, Facts::own(noting.member.account))
    }

    fn apply(&self, noting: &mut Noting, _: &Moment) -> Result<Change<()>, Refusal> {
        if noting.meeting.cancelled {
            return Err(Refusal::Conflict(Code::MeetingOver));
        }
        noting.member.reached = Some((noting.meeting.id, self.reached.clone()));
        Ok(Change::of(Object::new("library_member", noting.member.reader), ()).fields(&["reached"]))
    }

    async fn save(noting: &Noting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_reading(scope, &noting.member).await
    }
}
