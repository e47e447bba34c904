//! Two offices between which somebody moves, and a third that has nothing to do with it.

use crate::access::{ActName, Actor, Decision, Refusal, Role, Unit};
use crate::domain::{ApplicationId, Day, LetterId, OfficeCode, Version};
use crate::features::applications::acts::{Agree, Issue, Revoke, WithdrawConsent};
use crate::features::applications::testing::{Desk, HOST, desk};
use crate::features::applications::{
    Application, CARRY, EventKind, NoteTransfer, Reason, ReasonCode, Snapshot, TransferMark, TransferState, store as cases,
};
use crate::features::letters::{self, F103, FrozenLetter, Mover, Place};
use crate::features::offices::ChoosePilot;
use crate::features::transfers::acts::{ANSWER, AcceptTransfer, DeclineTransfer, Receive};
use crate::features::transfers::store::{self, Listed};
use crate::features::transfers::{Move, Transfer, TransferCarrier};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::{OfficeScope, WriteScope};
use crate::server::outbox::{Carried, Carrier, Parcel, carry_due};
use crate::server::testing::{Person, World};

pub const NIK: &str = "3510164506900001";

/// Genteng Wetan.
pub fn third(world: &World) -> OfficeCode {
    let all = crate::features::offices::gazetteer().all();
    let other = |code: &OfficeCode| ![world.tamansari(), world.kampungbaru()].contains(code);
    all.iter().map(|office| office.code).find(other).expect("a third office")
}

pub struct Offices<'a> {
    world: &'a World,
    /// Tamansari, which they leave.
    pub here: Desk,
    /// Kampungbaru, to which they move: an operator and a verifier.
    pub lain: Person,
    pub dewi: Person,
    /// An operator of the third office.
    pub tono: Person,
    pub carrier: TransferCarrier,
}

pub async fn offices(world: &World) -> Offices<'_> {
    Offices {
        here: desk(world).await,
        lain: world.stranger("Lain"),
        dewi: world.staff("Dewi", Role::Verifier, Unit::Office(world.kampungbaru())),
        tono: world.staff("Tono", Role::Operator, Unit::Office(third(world))),
        carrier: TransferCarrier { db: world.db.clone() },
        world,
    }
}

fn place(village: &str, office: Option<i64>) -> Place {
    Place {
        address: "Jalan Kawah Ijen 7".into(),
        rt: "002".into(),
        rw: "001".into(),
        village: village.into(),
        kecamatan: "Licin".into(),
        regency: "Banyuwangi".into(),
        province: "Jawa Timur".into(),
        postcode: None,
        office,
    }
}

/// Siti moves with her son.
pub fn annex(to: Option<OfficeCode>, consent: bool) -> F103 {
    let mover = |nik: &str, name: &str, relation: &str| Mover { nik: nik.into(), name: name.into(), relation: relation.into() };
    F103 {
        family_card: "3510160101100001".into(),
        name: "SITI AMINAH".into(),
        nik: NIK.into(),
        from: place("Tamansari", Some(3_510_242_008)),
        class: 2,
        to: place("Kampungbaru", to.map(OfficeCode::number)),
        reason: 1,
        reason_text: None,
        kind: 3,
        staying: None,
        moving: Some(2),
        movers: vec![mover(NIK, "SITI AMINAH", "Kepala keluarga"), mover("3510160101150002", "BAYU AMINAH", "Anak")],
        on: Day::new(2026, 12, 1).expect("a day"),
        consent,
    }
}

/// Puts the form F-1.03 into what waits for the signature, as drafting would.
#[derive(Clone)]
struct Annex {
    id: ApplicationId,
    annex: Option<F103>,
}

impl Act for Annex {
    type Record = Application;
    type Done = ();
    const NAME: ActName = ActName::Approve;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        cases::case(scope, self.id).await
    }

    fn decide(&self, _: &Actor, _: &Application) -> Decision {
        Decision::Allow
    }

    fn apply(&self, case: &mut Application, _: &Moment) -> Result<Change<()>, Refusal> {
        let snapshot = case.snapshot.as_ref().expect("a frozen letter");
        let mut frozen = FrozenLetter::read(&snapshot.bytes).expect("a letter");
        frozen.data.annex.clone_from(&self.annex);
        let (bytes, hash) = frozen.bytes();
        case.snapshot = Some(Snapshot { bytes, hash });
        Ok(Change::of(Object::new("application", case.id), ()))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        cases::save(scope, case).await
    }
}

/// The carrier without the notices for the camat.
struct Moves(TransferCarrier);

impl Carrier for Moves {
    fn topics(&self) -> &'static [&'static str] {
        &[CARRY, ANSWER]
    }

    async fn carry(&self, parcel: &Parcel) -> Result<(), Refusal> {
        self.0.carry(parcel).await
    }
}

impl Offices<'_> {
    /// A moving letter that waits for its signature.
    pub async fn approved(&self, number: u64, annex: Option<F103>) -> ApplicationId {
        let id = self.here.approved(self.world, number).await;
        self.here.rini.does(Annex { id, annex }).await.unwrap();
        id
    }

    /// The head signs it; its message waits in the outbox.
    pub async fn signs(&self, id: ApplicationId) -> LetterId {
        let hash = self.here.hash(self.world, id).await;
        self.here.head.does(Agree { id, hash }).await.unwrap();
        let seen = self.case(id).await.version.expect("stored");
        self.here.head.does(Issue { id, seen, hash, host: HOST.into() }).await.unwrap().letter
    }

    pub async fn issued(&self, number: u64, annex: Option<F103>) -> (ApplicationId, LetterId) {
        let id = self.approved(number, annex).await;
        (id, self.signs(id).await)
    }

    /// Siti takes back that the destination may have her data.
    pub async fn takes_back(&self, id: ApplicationId) -> Result<(), Refusal> {
        self.here.siti.does(self.taking_back(id)).await
    }

    pub fn taking_back(&self, id: ApplicationId) -> WithdrawConsent {
        WithdrawConsent { office: self.world.tamansari(), id }
    }

    /// Siti's move to Kampungbaru, signed.
    pub async fn leaving(&self) -> (ApplicationId, LetterId) {
        self.issued(1, Some(annex(Some(self.world.kampungbaru()), true))).await
    }

    /// The same, delivered.
    pub async fn sent(&self) -> (ApplicationId, LetterId) {
        let sent = self.leaving().await;
        assert_eq!(self.carried().await, Carried { done: 1, put_off: 0 });
        sent
    }

    /// Carries moves and their answers; what the camat is told has its own story.
    pub async fn carried(&self) -> Carried {
        carry_due(&self.world.db, &Moves(self.carrier.clone())).await.unwrap()
    }

    /// Decides that the move is sent, and stops there, as a carrier that is killed.
    pub async fn only_marked(&self, letter: LetterId) {
        self.world.db.perform_by_itself(self.world.tamansari(), NoteTransfer { letter }).await.unwrap();
    }

    /// An office takes part from now on, or no longer.
    pub async fn takes_part(&self, office: OfficeCode, pilot: bool) {
        let admin = self.world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(3510));
        admin.does(ChoosePilot { office, pilot }).await.unwrap();
    }

    /// Writes the move down at Kampungbaru and stops there, as a carrier that is killed.
    pub async fn only_received(&self, letter: LetterId) {
        let scope = OfficeScope::open(&self.world.db, &self.here.rini.actor).await.unwrap();
        let content = Move::of(&letters::frozen_letter(&scope, letter).await.unwrap().data).expect("a move");
        drop(scope);
        let receive = Receive { id: letter, origin: self.world.tamansari(), owner: Some(self.here.siti.id()), content };
        self.world.db.perform_by_itself(self.world.kampungbaru(), receive).await.unwrap();
    }

    /// The head of Tamansari revokes the letter, whatever has happened to the case.
    pub async fn revoke(&self, id: ApplicationId) {
        let seen = self.case(id).await.version.expect("stored");
        let reason = Reason { code: ReasonCode::Other, words: "Salah tulis.".into() };
        self.here.head.does(Revoke { id, seen, public: letters::Reason::WrongContent, reason, successor: None }).await.unwrap();
    }

    pub async fn case(&self, id: ApplicationId) -> Application {
        self.here.case(self.world, id).await
    }

    /// What Tamansari keeps of the move.
    pub async fn mark(&self, id: ApplicationId) -> Option<TransferMark> {
        let scope = OfficeScope::open(&self.world.db, &self.here.rini.actor).await.unwrap();
        cases::transfer_mark(&scope, id).await.unwrap()
    }

    pub async fn marked(&self, id: ApplicationId) -> Option<TransferState> {
        self.mark(id).await.map(|mark| mark.state)
    }

    /// What Siti reads of what happened, as far as it concerns the other office.
    pub async fn told(&self, id: ApplicationId) -> Vec<EventKind> {
        let case = self.case(id).await;
        let scope = OfficeScope::open(&self.world.db, &self.here.rini.actor).await.unwrap();
        let told = cases::timeline(&scope, &case).await.unwrap().into_iter().map(|event| event.kind);
        let of_the_move = |kind: &EventKind| {
            use EventKind::{ConsentWithdrawn, TransferAccepted, TransferClosed, TransferDeclined};
            matches!(kind, TransferAccepted | TransferDeclined | TransferClosed | ConsentWithdrawn)
        };
        told.filter(of_the_move).collect()
    }

    /// What Kampungbaru has.
    pub async fn arrived(&self) -> Vec<Transfer> {
        self.list_of(&self.lain).await
    }

    pub async fn list_of(&self, person: &Person) -> Vec<Transfer> {
        let scope = OfficeScope::open(&self.world.db, &person.actor).await.unwrap();
        store::list(&scope, Listed::All, None).await.unwrap()
    }

    pub async fn state(&self) -> TransferState {
        let [one] = &self.arrived().await[..] else { panic!("not one move") };
        one.state
    }
}

pub fn accept(id: LetterId) -> AcceptTransfer {
    AcceptTransfer { id, seen: Version::FIRST }
}

pub fn decline(id: LetterId) -> DeclineTransfer {
    let reason = Reason { code: ReasonCode::NotEligible, words: "Alamat tujuan tidak ada di kelurahan ini.".into() };
    DeclineTransfer { id, seen: Version::FIRST, reason }
}
