use std::sync::Arc;

use smart_kampung::access::{ActName, Actor, Decision, Refusal, Role};
use smart_kampung::domain::{AccountId, Day, LetterId, OfficeCode, Reference};
use smart_kampung::features::accounts::demo;
use smart_kampung::features::applications::{Application, Channel, NewCase, OfficeHours, Promise, Stamp, State, store};
use smart_kampung::features::letters::{Mover, Place};
use smart_kampung::features::offices::gazetteer;
use smart_kampung::features::transfers::{Move, Receive};
use smart_kampung::server::act::{Act, Change, Moment, Object};
use smart_kampung::server::db::WriteScope;
use smart_kampung::server::engine::Engine;

use crate::filled_in;
use crate::prepared::signs_in;

/// What the office with the most moves meets: its officer, signed in, and the moves that wait for an answer.
pub struct Desk {
    pub cookie: String,
    pub moves: Vec<LetterId>,
}

/// Cases that one act writes: one commit for many.
const AT_ONCE: usize = 500;
/// Of so many cases of an office one still waits.
const ONE_WAITS: usize = 100;

/// Lays so many cases over all offices, nearly all of them done, and lets so many moves come to Sobo.
pub async fn gather(engine: &Arc<Engine>, cases: usize, moves: usize) -> Desk {
    let offices = gazetteer().all();
    for (office, place) in offices.iter().zip(0..) {
        let each = cases.div_ceil(offices.len());
        for first in (0..each).step_by(AT_ONCE) {
            let lay = Lay { office: office.code, first: place * each + first, count: AT_ONCE.min(each - first) };
            engine.db.perform_by_itself(office.code, lay).await.expect("cases");
        }
    }
    let hats = demo::hats(&engine.db).await.expect("people");
    let sri = hats.into_iter().find(|(name, _)| *name == "Sri Lestari").expect("Sri").1;
    let cookie = signs_in(engine, sri).await;

    let mut tasks = tokio::task::JoinSet::new();
    for part in 0..32 {
        let engine = Arc::clone(engine);
        tasks.spawn(async move {
            for at in (part..moves).step_by(32) {
                engine.db.perform_by_itself(sobo(), arrives(at, sri.account)).await.expect("a move");
            }
        });
    }
    tasks.join_all().await;
    Desk { cookie, moves: (0..moves).map(letter).collect() }
}

fn sobo() -> OfficeCode {
    3_510_161_002.try_into().expect("a code")
}

fn letter(at: usize) -> LetterId {
    LetterId::from_u128(0x018f_2f6e_7f5a_7c3e_9000_0000_0000_0000 + at as u128)
}

/// Somebody comes with a child from Tamansari.
fn arrives(at: usize, owner: AccountId) -> Receive {
    let place = |village: &str| Place { address: "Jalan Kenanga 3".into(), village: village.into(), ..Place::default() };
    let mover = |name: &str, relation: &str| Mover { nik: "3510164506900001".into(), name: name.into(), relation: relation.into() };
    let on = Day::new(2026, 12, 1).expect("a day");
    let content = Move {
        movers: vec![mover("SITI AMINAH", "Kepala keluarga"), mover("MUHAMMAD RIZKI", "Anak")],
        from: place("Tamansari"),
        to: place("Sobo"),
        on,
        number: format!("500.2.2.4/{at}/35.10.24.2008/2026"),
        issued_on: on,
    };
    Receive { id: letter(at), origin: 3_510_242_008.try_into().expect("a code"), owner: Some(owner), content }
}

/// Many cases of many people at one office.
struct Lay {
    office: OfficeCode,
    first: usize,
    count: usize,
}

impl Act for Lay {
    type Record = Vec<Application>;
    type Done = ();
    const NAME: ActName = ActName::Submit;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Vec<Application>, Refusal> {
        Ok(Vec::new())
    }

    fn decide(&self, _: &Actor, _: &Vec<Application>) -> Decision {
        Decision::Allow
    }

    fn apply(&self, laid: &mut Vec<Application>, cx: &Moment) -> Result<Change<()>, Refusal> {
        for at in self.first..self.first + self.count {
            let owner: AccountId = cx.fresh();
            let new = NewCase {
                id: cx.fresh(),
                office: self.office,
                owner,
                service: "sku".parse().expect("a service"),
                schema_version: 1,
                channel: Channel::Phone,
                answers: filled_in::answers(),
            };
            let (mut case, _) = Application::start(new, Stamp { by: Some(owner), role: Role::Resident, now: cx.now });
            case.state = if at.is_multiple_of(ONE_WAITS) { State::Submitted } else { State::Completed };
            case.letter = (case.state == State::Completed).then(|| cx.fresh());
            case.reference = Some(Reference::from_number(u64::try_from(at).expect("a number") + 1_000));
            case.submitted_at = Some(cx.now);
            case.promise = Some(Promise::from(cx.now, 420, &OfficeHours::default()));
            case.news.clear();
            laid.push(case);
        }
        Ok(Change::of(Object::new("application", cx.fresh::<LetterId>()), ()))
    }

    async fn save(laid: &Vec<Application>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for case in laid {
            store::save(scope, case).await?;
        }
        Ok(())
    }
}
