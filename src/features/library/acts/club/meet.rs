use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{Day, MeetingId, OfficeCode, TimeOfDay};
use crate::features::library::acts::moment::today;
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Meeting, store};
use crate::features::training::Venue;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// The reading club meets once more.
#[derive(Clone, Debug)]
pub struct PlanMeeting {
    pub office: OfficeCode,
    pub day: Day,
    pub from: TimeOfDay,
    pub venue: Venue,
    pub book: String,
}

impl Act for PlanMeeting {
    type Record = Option<Meeting>;
    type Done = MeetingId;
    const NAME: ActName = ActName::PlanMeeting;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, _: &WriteScope<'_>) -> Result<Option<Meeting>, Refusal> {
        Ok(None)
    }

    fn decide(&self, actor: &Actor, _: &Option<Meeting>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, new: &mut Option<Meeting>, cx: &Moment) -> Result<Change<MeetingId>, Refusal> {
        Meeting::must_be_ahead(self.day, today(cx))?;
        let Self { day, from, venue, book, .. } = self.clone();
        let id = new.insert(Meeting { id: cx.fresh(), day, from, venue, book, cancelled: false }).id;
        Ok(Change::of(of_meeting(id), id).fields(&["day", "begins", "venue", "book"]))
    }

    async fn save(new: &Option<Meeting>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some(meeting) = new else { return Ok(()) };
        scope.publish();
        store::add_meeting(scope, meeting).await
    }
}

/// A meeting does not take place. Its members read so.
#[derive(Clone, Debug)]
pub struct CancelMeeting {
    pub office: OfficeCode,
    pub meeting: MeetingId,
}

impl Act for CancelMeeting {
    type Record = Meeting;
    type Done = ();
    const NAME: ActName = ActName::CancelMeeting;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Meeting, Refusal> {
        store::meeting(scope, self.meeting).await
    }

    fn decide(&self, actor: &Actor, _: &Meeting) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, meeting: &mut Meeting, cx: &Moment) -> Result<Change<()>, Refusal> {
        meeting.cancel(today(cx))?;
        Ok(Change::of(of_meeting(meeting.id), ()).fields(&["cancelled_at"]))
    }

    async fn save(meeting: &Meeting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        scope.publish();
        store::cancel_meeting(scope, meeting.id).await
    }
}

fn of_meeting(id: MeetingId) -> Object {
    Object::new("library_meeting", id)
}
