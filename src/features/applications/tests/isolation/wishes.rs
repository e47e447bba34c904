//! Everything that somebody can wish for a case.

use super::super::office::HOST;
use super::super::people::{photo_questions, stored, valid};
use super::known::Case;
use crate::access::Refusal;
use crate::domain::{LetterId, OfficeCode, Reference, Version};
use crate::features::applications::acts::{
    Agree, Approve, Attach, Claim, Comment, Discard, Forward, HandOver, Issue, Reject, RemoveAttachment, Repair, RequestFix, Reveal,
    Revoke, SaveStep, SendBack, Submit, Withdraw, service,
};
use crate::features::applications::{Application, IdentitySeen, Reason, ReasonCode, Returned, State, Target, store};
use crate::features::letters;
use crate::forms::Answers;
use crate::server::access_log::AccessPurpose;
use crate::server::db::OwnScope;
use crate::server::testing::Person;

/// An act on a case, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    SaveStep,
    Attach,
    RemoveAttachment,
    Submit,
    Repair,
    Withdraw,
    Discard,
    Claim,
    RequestFix,
    Reject,
    Approve,
    Reveal,
    Comment,
    Agree,
    SendBack,
    Issue,
    HandOver,
    Forward,
    Revoke,
}

impl Wish {
    pub const ALL: [Self; 19] = [
        Self::SaveStep,
        Self::Attach,
        Self::RemoveAttachment,
        Self::Submit,
        Self::Repair,
        Self::Withdraw,
        Self::Discard,
        Self::Claim,
        Self::RequestFix,
        Self::Reject,
        Self::Approve,
        Self::Reveal,
        Self::Comment,
        Self::Agree,
        Self::SendBack,
        Self::Issue,
        Self::HandOver,
        Self::Forward,
        Self::Revoke,
    ];

    /// What leads somewhere from a state, the good ways more often.
    pub const fn of_use(state: State) -> &'static [Self] {
        match state {
            State::Draft => {
                &[Self::SaveStep, Self::Attach, Self::Submit, Self::Submit, Self::Submit, Self::RemoveAttachment, Self::Discard]
            }
            State::Submitted => &[Self::Claim, Self::Claim, Self::Claim, Self::Comment, Self::Withdraw],
            State::InReview => &[Self::Approve, Self::Approve, Self::Approve, Self::RequestFix, Self::Reveal, Self::Comment, Self::Reject],
            State::NeedsFix => &[Self::Repair, Self::Repair, Self::Withdraw, Self::Comment],
            State::AwaitingSignature => &[Self::Agree, Self::Issue, Self::Issue, Self::Issue, Self::SendBack],
            State::Issued => &[Self::HandOver, Self::Revoke, Self::Forward, Self::Comment],
            _ => &[Self::Revoke, Self::Comment],
        }
    }

    /// Whether the owner of the case wishes it, and not the office.
    pub const fn is_owners(self) -> bool {
        use Wish::{Attach, Discard, RemoveAttachment, Repair, SaveStep, Submit, Withdraw};
        matches!(self, SaveStep | Attach | RemoveAttachment | Submit | Repair | Withdraw | Discard)
    }
}

/// What came of a wish that was granted.
#[derive(Default)]
pub struct Granted {
    pub photos: Vec<crate::domain::BlobId>,
    pub reference: Option<Reference>,
    pub letter: Option<LetterId>,
}

/// A wish and everything that is said with it. `word` is in all its texts.
pub struct Wanted<'a> {
    pub wish: Wish,
    pub case: &'a Case,
    /// The case as it is: nothing but reach stands between the wish and the case.
    pub truth: &'a Application,
    pub office: OfficeCode,
    pub word: &'a str,
}

impl Wanted<'_> {
    /// # Errors
    /// What the act refuses.
    pub async fn by(&self, person: &Person) -> Result<Granted, Refusal> {
        let (office, id) = (self.office, self.case.id);
        let seen = self.truth.version.unwrap_or(Version::FIRST);
        let hash = self.truth.snapshot.as_ref().map_or([7; 32], |frozen| frozen.hash);
        match self.wish {
            Wish::SaveStep => person.does(SaveStep { office, id, step: self.step(), posted: self.answers() }).await.map(nothing),
            Wish::Attach => self.attaches(person, "ktp").await,
            Wish::RemoveAttachment => {
                let photo = self.truth.attachments.first().map_or(crate::domain::BlobId::from_u128(1), |photo| photo.id);
                person.does(RemoveAttachment { office, id, photo }).await.map(nothing)
            }
            Wish::Submit => self.submits(person).await,
            Wish::Repair => person.does(Repair { office, id, posted: self.answers() }).await.map(nothing),
            Wish::Withdraw => person.does(Withdraw { office, id, seen }).await.map(nothing),
            Wish::Discard => person.does(Discard { office, id }).await.map(nothing),
            Wish::Claim => person.does(Claim { id, seen }).await.map(nothing),
            Wish::RequestFix => {
                let returned = Returned { target: Target::Answer("nama_usaha".to_owned()), reason: self.reason(ReasonCode::Incomplete) };
                person.does(RequestFix { id, seen, items: vec![returned] }).await.map(nothing)
            }
            Wish::Reject => person.does(Reject { id, seen, reason: self.reason(ReasonCode::NotEligible) }).await.map(nothing),
            Wish::Approve => person.does(Approve { id, seen, identity: IdentitySeen::PhotoAgainstKk }).await.map(nothing),
            Wish::Reveal => person.clone().stepped_up().does(Reveal { id, purpose: AccessPurpose::RevealToCompare }).await.map(nothing),
            Wish::Comment => person.does(Comment { id, note: format!("Catatan {}", self.word) }).await.map(nothing),
            Wish::Agree => person.does(Agree { id, hash }).await.map(nothing),
            Wish::SendBack => person.does(SendBack { id, seen, reason: self.reason(ReasonCode::Other) }).await.map(nothing),
            Wish::Issue => self.issues(person, seen, hash).await,
            Wish::HandOver => person.does(HandOver { id, seen }).await.map(nothing),
            Wish::Forward => person.does(Forward { id, seen, agenda_number: "12/2026".into() }).await.map(nothing),
            Wish::Revoke => {
                let (public, reason) = (letters::Reason::ALL[0], self.reason(ReasonCode::Untrue));
                person.does(Revoke { id, seen, public, reason, successor: None }).await.map(nothing)
            }
        }
    }

    /// Whose draft it is fills it before sending.
    async fn submits(&self, person: &Person) -> Result<Granted, Refusal> {
        let (office, id) = (self.office, self.case.id);
        let (mut granted, mut seen) = (Granted::default(), self.truth.version.unwrap_or(Version::FIRST));
        if self.truth.state == State::Draft && person.id() == self.case.owner.person.id() && office == self.truth.office {
            for step in &service(&self.truth.service)?.form.steps {
                person.does(SaveStep { office, id, step: step.name.clone(), posted: self.answers() }).await?;
            }
            for field in photo_questions() {
                granted.photos.extend(self.attaches(person, &field).await?.photos);
            }
            let own = OwnScope::open(person.db(), &person.actor).await?;
            seen = store::case(&own, id).await?.version.unwrap_or(seen);
        }
        granted.reference = Some(person.does(Submit { office, id, seen }).await?.reference);
        Ok(granted)
    }

    /// Who signs has read it.
    async fn issues(&self, person: &Person, seen: Version, hash: [u8; 32]) -> Result<Granted, Refusal> {
        let id = self.case.id;
        let read = person.does(Agree { id, hash }).await;
        let issued = person.does(Issue { id, seen, hash, host: HOST.to_owned() }).await;
        // The refusal of the first must be that of the second.
        if let (Err(first), Ok(_)) = (read, &issued) {
            return Err(first);
        }
        issued.map(|issued| Granted { letter: Some(issued.letter), ..Granted::default() })
    }

    async fn attaches(&self, person: &Person, field: &str) -> Result<Granted, Refusal> {
        let name = |size: &str| format!("{} {field} {size}", self.word);
        let (photo, thumbnail) = (stored(self.office, &name("besar")), stored(self.office, &name("kecil")));
        let attached = person.does(Attach { office: self.office, id: self.case.id, field: field.to_owned(), photo, thumbnail }).await?;
        Ok(Granted { photos: vec![attached.photo, attached.thumbnail], ..Granted::default() })
    }

    fn step(&self) -> String {
        service(&self.truth.service).expect("a service").form.steps[0].name.clone()
    }

    fn reason(&self, code: ReasonCode) -> Reason {
        Reason { code, words: format!("Alasan {}", self.word) }
    }

    fn answers(&self) -> Answers {
        let mut answers = valid(self.office);
        answers.put("nama", format!("Warga {}", self.word));
        for name in ["alamat", "nama_usaha", "jenis_usaha", "alamat_usaha", "keperluan"] {
            answers.put(name, format!("{name} {}", self.word));
        }
        answers
    }
}

fn nothing(_: ()) -> Granted {
    Granted::default()
}
