//! People, offices and cases for the stories of the desk.

use crate::access::{ActName, Actor, Decision, Refusal, Role, Unit};
use crate::domain::OfficeKind;
use crate::domain::{AccountId, ApplicationId, Day, OfficeCode, Reference, Version};
use crate::features::applications::acts::{Agree, Approve, Claim, Issue, Issued};
use crate::features::applications::{Application, Channel, IdentitySeen, NewCase, OfficeHours, Promise, Stamp, State, store};
use crate::features::offices::{KeepProfile, NEVER, OfficeProfile, Official};
use crate::forms::Answers;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::{OfficeScope, WriteScope};
use crate::server::testing::{Person, World};

pub const HOST: &str = "smartkampung.example";

/// Puts a case of somebody into an office's queue, as sending it would.
#[derive(Clone, Debug)]
pub struct Plant {
    pub office: OfficeCode,
    pub owner: AccountId,
    /// Who sent it: the owner, or an officer at the counter in their name.
    pub sent_by: AccountId,
    pub reference: u64,
    pub answers: Answers,
}

impl Act for Plant {
    type Record = Option<Application>;
    type Done = ApplicationId;
    const NAME: ActName = ActName::Submit;

    async fn find(&self, _scope: &WriteScope<'_>) -> Result<Option<Application>, Refusal> {
        Ok(None)
    }

    fn decide(&self, _actor: &Actor, _: &Option<Application>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, planted: &mut Option<Application>, cx: &Moment) -> Result<Change<ApplicationId>, Refusal> {
        let stamp = Stamp { by: Some(self.owner), role: Role::Resident, now: cx.now };
        let new = NewCase {
            id: cx.fresh(),
            office: self.office,
            owner: self.owner,
            service: "sku".parse().expect("a service"),
            schema_version: 1,
            channel: Channel::Phone,
            answers: self.answers.clone(),
        };
        let (mut case, _) = Application::start(new, stamp);
        case.state = State::Submitted;
        case.reference = Some(Reference::from_number(self.reference));
        case.submitted_at = Some(cx.now);
        case.promise = Some(Promise::from(cx.now, 420, &OfficeHours::default()));
        case.last_step_by = Some(self.sent_by);
        case.news.clear();
        let id = case.id;
        *planted = Some(case);
        Ok(Change::of(Object::new("application", id), id))
    }

    async fn save(planted: &Option<Application>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match planted {
            Some(case) => store::save(scope, case).await,
            None => Ok(()),
        }
    }
}

/// Siti's business, answered in full.
pub fn siti_answers() -> Answers {
    let mut answers = Answers::from_form(concat!(
        "nik=3510164506900001&no_kk=3510160101100001&nama=Siti+Aminah&tempat_lahir=Banyuwangi",
        "&jenis_kelamin=2&agama=1&status_kawin=2&kewarganegaraan=1&pendidikan=5&pekerjaan=84",
        "&alamat=Jalan+Kawah+Ijen+7&rt=2&rw=1&dusun=Krajan&wilayah.desa=3510242008",
        "&nama_usaha=Dapur+Bu+Siti&jenis_usaha=Camilan&alamat_usaha=Jalan+Kawah+Ijen+7&mulai_tahun=2017",
        "&keperluan=permohonan+kredit&ktp=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70&kk=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f71",
        "&foto_usaha=018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f72"
    ))
    .expect("answers");
    answers.put_day("tanggal_lahir", Day::new(1990, 6, 5).expect("a day"));
    answers
}

pub fn filled(kind: OfficeKind) -> OfficeProfile {
    let (rank, nip) = match kind {
        OfficeKind::Desa => (None, None),
        OfficeKind::Kelurahan => (Some("Penata (III/c)".to_owned()), Some("197804122003121004".to_owned())),
    };
    let head = Official { name: "HADI SANTOSO".into(), rank, nip, staff_number: None };
    OfficeProfile { address: "Jl. Raya 1, 68454".into(), head: Some(head), ..OfficeProfile::proposed(kind) }
}

/// An office at work: two officers and the head, the letterhead filled in.
pub struct Desk {
    pub rini: Person,
    pub joko: Person,
    pub head: Person,
    pub siti: Person,
}

pub async fn desk(world: &World) -> Desk {
    let head = world.head("Pak Kades");
    head.does(KeepProfile { seen: NEVER, profile: filled(OfficeKind::Desa) }).await.unwrap();
    Desk { rini: world.officer("Rini"), joko: world.officer("Joko"), head, siti: world.resident("Siti") }
}

/// The other office's head and officer.
pub async fn other_desk(world: &World) -> (Person, Person) {
    let head = world.staff("Bu Lurah", Role::Head, Unit::Office(world.kampungbaru()));
    let head = head.stepped_up();
    head.does(KeepProfile { seen: NEVER, profile: filled(OfficeKind::Kelurahan) }).await.unwrap();
    (world.stranger("Lain"), head)
}

impl Desk {
    /// A case that Siti has sent.
    pub async fn sent(&self, world: &World, number: u64) -> ApplicationId {
        let office = world.tamansari();
        let (owner, sent_by) = (self.siti.id(), self.siti.id());
        let plant = Plant { office, owner, sent_by, reference: number, answers: siti_answers() };
        self.rini.does(plant).await.unwrap()
    }

    /// One that an officer has in hand.
    pub async fn claimed(&self, world: &World, number: u64) -> ApplicationId {
        let id = self.sent(world, number).await;
        self.rini.does(Claim { id, seen: Version::FIRST }).await.unwrap();
        id
    }

    /// One that waits for the signature.
    pub async fn approved(&self, world: &World, number: u64) -> ApplicationId {
        let id = self.claimed(world, number).await;
        self.rini.does(self.approve(id)).await.unwrap();
        id
    }

    pub fn approve(&self, id: ApplicationId) -> Approve {
        Approve { id, seen: Version(2), identity: IdentitySeen::PhotoAgainstKk }
    }

    pub async fn hash(&self, world: &World, id: ApplicationId) -> [u8; 32] {
        self.case(world, id).await.snapshot.expect("a frozen letter").hash
    }

    /// One to which the head has agreed.
    pub async fn agreed(&self, world: &World, number: u64) -> Issue {
        let id = self.approved(world, number).await;
        let hash = self.hash(world, id).await;
        self.head.does(Agree { id, hash }).await.unwrap();
        Issue { id, seen: Version(3), hash, host: HOST.into() }
    }

    pub async fn issued(&self, world: &World, number: u64) -> (ApplicationId, Issued) {
        let issue = self.agreed(world, number).await;
        let id = issue.id;
        (id, self.head.does(issue).await.unwrap())
    }

    pub async fn case(&self, world: &World, id: ApplicationId) -> Application {
        let scope = OfficeScope::open(&world.db, &self.rini.actor).await.unwrap();
        store::case(&scope, id).await.unwrap()
    }
}
