//! Cases at every step of their way, as the people of an office bring them there: for tests of what comes
//! after. Nobody fills in a form here; a case is put where sending it would have put it.

use std::sync::atomic::{AtomicU64, Ordering};

use smart_kampung::access::{ActName, Actor, Decision, Hat, Refusal, Role};
use smart_kampung::domain::{AccountId, ApplicationId, OfficeCode, OfficeKind, Reference, Version};
use smart_kampung::features::applications::acts::{Agree, Approve, Claim, Issue, Issued, touched};
use smart_kampung::features::applications::{
    Application, Channel, IdentitySeen, Lease, NewCase, OfficeHours, Promise, Snapshot, Stamp, State, store,
};
use smart_kampung::features::letters::{F103, FrozenLetter};
use smart_kampung::features::offices::{KeepProfile, NEVER, OfficeProfile, Official, gazetteer};
use smart_kampung::server::act::{Act, Change, Moment};
use smart_kampung::server::db::{OfficeScope, WriteScope};
use smart_kampung::server::engine::Engine;

use super::hat;

/// Whose case it is, who checks it and who signs it.
pub struct Village {
    pub office: OfficeCode,
    pub owner: AccountId,
    pub officer: Actor,
    pub verifier: Actor,
    pub head: Actor,
}

/// How far a case has come.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Step {
    Waiting,
    Claimed,
    Approved,
    Issued,
}

impl Village {
    /// The office of most tests: Ratna's case, which Rini or Joko checks and Hadi signs.
    pub async fn tamansari(engine: &Engine) -> Self {
        Self::of(engine, 3_510_242_008, ["Ratna Contoh", "Rini Wulandari", "Joko Prasetyo", "Hadi Santoso"]).await
    }

    /// The other one.
    pub async fn sobo(engine: &Engine) -> Self {
        Self::of(engine, 3_510_161_002, ["Budi Contoh", "Sri Lestari", "Adi Nugroho", "Yuli Astuti"]).await
    }

    async fn of(engine: &Engine, office: i64, [owner, officer, verifier, head]: [&str; 4]) -> Self {
        Self {
            office: office.try_into().expect("a code"),
            owner: hat(engine, owner).await.account,
            officer: Actor::new(hat(engine, officer).await, true),
            verifier: Actor::new(hat(engine, verifier).await, true),
            head: Actor::new(hat(engine, head).await, true),
        }
    }

    /// Says what a letter needs of its office. Once for each office.
    pub async fn opens(&self, engine: &Engine) {
        let kind = gazetteer().by_code(self.office).expect("an office").kind;
        let (rank, nip) = match kind {
            OfficeKind::Desa => (None, None),
            OfficeKind::Kelurahan => (Some("Penata (III/c)".to_owned()), Some("197804122003121004".to_owned())),
        };
        let official = Official { name: "HADI SANTOSO".into(), rank, nip, staff_number: None };
        let profile = OfficeProfile { address: "Jl. Raya 1, 68454".into(), head: Some(official), ..OfficeProfile::proposed(kind) };
        does(engine, &self.head, KeepProfile { seen: NEVER, profile }).await;
    }

    /// A case at this step.
    pub async fn case_at(&self, engine: &Engine, step: Step) -> ApplicationId {
        self.walk(engine, step, async |_| ()).await.0
    }

    /// A case that the verifier looks at instead of the operator.
    pub async fn case_with_verifier(&self, engine: &Engine) -> ApplicationId {
        let id = self.case_at(engine, Step::Waiting).await;
        does(engine, &self.verifier, Claim { id, seen: Version(1) }).await;
        id
    }

    /// Its owner, as whoever has signed in by phone.
    pub fn resident(&self) -> Actor {
        Actor::new(Hat { account: self.owner, membership: None }, false)
    }

    /// A letter that was signed and is not on paper yet, with a look at the case after each step.
    pub async fn signs(&self, engine: &Engine, look: impl AsyncFn(ApplicationId)) -> (ApplicationId, Issued) {
        let (id, issued) = self.walk(engine, Step::Issued, look).await;
        (id, issued.expect("a letter"))
    }

    /// The same with a form enclosed.
    pub async fn signs_with(&self, engine: &Engine, form: &F103) -> (ApplicationId, Issued) {
        let enclose = async |id: ApplicationId| {
            let approved = self.case(engine, id).await;
            let enclosed = |frozen: &Snapshot| FrozenLetter::read(&frozen.bytes).is_some_and(|frozen| frozen.data.annex.is_some());
            if approved.state == State::AwaitingSignature && !approved.snapshot.as_ref().is_some_and(enclosed) {
                does(engine, &self.officer, Enclose(id, form.clone())).await;
            }
        };
        self.signs(engine, enclose).await
    }

    pub async fn case(&self, engine: &Engine, id: ApplicationId) -> Application {
        let scope = OfficeScope::open(&engine.db, &self.officer).await.expect("a scope");
        store::case(&scope, id).await.expect("a case")
    }

    async fn walk(&self, engine: &Engine, last: Step, look: impl AsyncFn(ApplicationId)) -> (ApplicationId, Option<Issued>) {
        let id = does(engine, &self.officer, Plant { office: self.office, owner: self.owner }).await;
        look(id).await;
        if last >= Step::Claimed {
            does(engine, &self.officer, Claim { id, seen: Version(1) }).await;
            look(id).await;
        }
        if last >= Step::Approved {
            does(engine, &self.officer, Approve { id, seen: Version(2), identity: IdentitySeen::PhotoAgainstKk }).await;
            look(id).await;
        }
        if last < Step::Issued {
            return (id, None);
        }
        let approved = self.case(engine, id).await;
        let (seen, hash) = (approved.version.expect("stored"), approved.snapshot.expect("a frozen letter").hash);
        does(engine, &self.head, Agree { id, hash }).await;
        look(id).await;
        let issued = does(engine, &self.head, Issue { id, seen, hash, host: "smartkampung.example".into() }).await;
        look(id).await;
        (id, Some(issued))
    }
}

pub async fn does<A: Act>(engine: &Engine, actor: &Actor, act: A) -> A::Done {
    engine.db.perform(actor.clone(), engine.db.fresh_key(), act).await.expect("an accepted act")
}

/// A business certificate that waits for an officer.
struct Plant {
    office: OfficeCode,
    owner: AccountId,
}

impl Act for Plant {
    type Record = Option<Application>;
    type Done = ApplicationId;
    const NAME: ActName = ActName::Submit;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Option<Application>, Refusal> {
        Ok(None)
    }

    fn decide(&self, _: &Actor, _: &Option<Application>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, planted: &mut Option<Application>, cx: &Moment) -> Result<Change<ApplicationId>, Refusal> {
        let new = NewCase {
            id: cx.fresh(),
            office: self.office,
            owner: self.owner,
            service: "sku".parse().expect("a service"),
            schema_version: 1,
            channel: Channel::Phone,
            answers: super::sku_answers(),
        };
        let (mut case, _) = Application::start(new, Stamp { by: Some(self.owner), role: Role::Resident, now: cx.now });
        send(&mut case, cx);
        case.last_step_by = Some(self.owner);
        case.news.clear();
        let id = case.id;
        let change = touched(&case, id);
        *planted = Some(case);
        Ok(change)
    }

    async fn save(planted: &Option<Application>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, planted.as_ref().expect("a case")).await
    }
}

/// What sending does to a case.
fn send(case: &mut Application, cx: &Moment) {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    case.state = State::Submitted;
    case.reference = Some(Reference::from_number(NEXT.fetch_add(1, Ordering::Relaxed)));
    case.submitted_at = Some(cx.now);
    case.promise = Some(Promise::from(cx.now, 420, &OfficeHours::default()));
}

/// Puts a draft into the hands of whoever acts, as sending and claiming it would: for a case with photos.
pub struct Hold(pub ApplicationId);

impl Act for Hold {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Claim;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case(scope, self.0).await
    }

    fn decide(&self, _: &Actor, _: &Application) -> Decision {
        Decision::Allow
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<()>, Refusal> {
        send(case, cx);
        case.state = State::InReview;
        case.lease = Some(Lease::from(cx.by()?, cx.now));
        Ok(touched(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}

/// Freezes a form with the letter of a case that was approved, as drafting a moving letter would.
struct Enclose(ApplicationId, F103);

impl Act for Enclose {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Approve;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case(scope, self.0).await
    }

    fn decide(&self, _: &Actor, _: &Application) -> Decision {
        Decision::Allow
    }

    fn apply(&self, case: &mut Application, _: &Moment) -> Result<Change<()>, Refusal> {
        let mut frozen = FrozenLetter::read(&case.snapshot.as_ref().expect("a frozen letter").bytes).expect("a letter");
        frozen.data.annex = Some(self.1.clone());
        let (bytes, hash) = frozen.bytes();
        case.snapshot = Some(Snapshot { bytes, hash });
        Ok(touched(case, ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}
