//! What the stories have in common: people who fill, photograph, send and look.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::access::Refusal;
use crate::domain::{ApplicationId, Day, Lang, OfficeCode, Version};
use crate::features::applications::acts::{Attach, Attached, SaveStep, StartApplication, Submit, Submitted, given_on, service};
use crate::features::applications::read::{self, Looking};
use crate::features::applications::views::{CaseView, FillView};
use crate::features::applications::{Application, store};
use crate::forms::testing::any_valid_answers;
use crate::forms::{Answers, FieldKind};
use crate::server::blobs::Stored;
use crate::server::db::OwnScope;
use crate::server::testing::{Person, World};

/// Somebody with a case at Tamansari.
pub struct Applicant {
    pub person: Person,
    pub office: OfficeCode,
    pub id: ApplicationId,
}

pub const SKU: &str = "sku";

pub fn start(office: OfficeCode, code: &str) -> StartApplication {
    StartApplication { office, service: code.parse().expect("a code"), said: Answers::EMPTY }
}

/// A photo that is on the disk already, as far as the act knows.
pub fn stored(office: OfficeCode, name: &str) -> Stored {
    Stored { office: office.number(), name: name.to_owned(), media: "image/jpeg", size_bytes: 220_000 }
}

/// Valid answers to the form of SKU, the same at each call.
pub fn valid(office: OfficeCode) -> Answers {
    let given = given_on(Day::new(2026, 11, 24).expect("a day"), office).expect("an office");
    let form = service(&SKU.parse().expect("a code")).expect("a service").form.clone();
    any_valid_answers(form, given).new_tree(&mut TestRunner::deterministic()).expect("answers").current()
}

impl Applicant {
    /// Begins a case.
    pub async fn begins(world: &World, name: &str) -> Self {
        let (person, office) = (world.resident(name), world.tamansari());
        let id = person.does(start(office, SKU)).await.expect("begun").id;
        Self { person, office, id }
    }

    /// Answers everything and adds every photo, but does not send.
    pub async fn fills(world: &World, name: &str) -> Self {
        let applicant = Self::begins(world, name).await;
        applicant.answers(&valid(applicant.office)).await;
        for field in photo_questions() {
            applicant.attaches(&field, &field).await.expect("attached");
        }
        applicant
    }

    /// Sends a complete case.
    pub async fn sends(world: &World, name: &str) -> Self {
        let applicant = Self::fills(world, name).await;
        applicant.submits().await.expect("sent");
        applicant
    }

    pub async fn answers(&self, answers: &Answers) {
        for step in &service(&SKU.parse().expect("a code")).expect("a service").form.steps {
            self.saves(&step.name, answers.clone()).await.expect("saved");
        }
    }

    pub async fn saves(&self, step: &str, posted: Answers) -> Result<(), Refusal> {
        self.person.does(SaveStep { office: self.office, id: self.id, step: step.to_owned(), posted }).await
    }

    pub async fn attaches(&self, field: &str, name: &str) -> Result<Attached, Refusal> {
        let thumbnail = stored(self.office, &["small ", name].concat());
        self.person
            .does(Attach { office: self.office, id: self.id, field: field.to_owned(), photo: stored(self.office, name), thumbnail })
            .await
    }

    pub async fn submits(&self) -> Result<Submitted, Refusal> {
        let submit = Submit { office: self.office, id: self.id, seen: self.version().await };
        self.person.does(submit).await
    }

    pub async fn case(&self) -> Application {
        let own = self.own().await;
        store::case(&own, self.id).await.expect("one's own case")
    }

    pub async fn version(&self) -> Version {
        self.case().await.version.expect("stored")
    }

    pub async fn own(&self) -> OwnScope<'_> {
        OwnScope::open(self.person.db(), &self.person.actor).await.expect("a scope")
    }

    /// The page of the case.
    pub async fn page(&self) -> CaseView {
        read::case(&self.looking(), self.id).await.expect("one's own page")
    }

    /// The page of one step.
    pub async fn step(&self, step: &str) -> Result<FillView, Refusal> {
        read::fill(&self.looking(), &SKU.parse().expect("a code"), step, false).await
    }

    pub fn looking(&self) -> Looking<'_> {
        Looking::new(self.person.db(), &self.person.actor, Lang::Id)
    }
}

/// The questions of SKU for photos that every office asks.
pub fn photo_questions() -> Vec<String> {
    let form = &service(&SKU.parse().expect("a code")).expect("a service").form;
    let questions = form.steps.iter().flat_map(|step| &step.fields);
    questions.filter(|field| field.kind == FieldKind::Attachment && field.show.is_none()).map(|field| field.name.clone()).collect()
}
