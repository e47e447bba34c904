//! The story of a message: it is there when the act is, it is carried at least once, and never by two
//! at a time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{Carried, Carrier, Parcel, carry_due, run};
use crate::access::Refusal;
use crate::server::testing::notes::Write;
use crate::server::testing::on_both_databases;

/// Carries nowhere, and remembers what it was given.
#[derive(Default)]
struct Porter {
    carried: Mutex<Vec<Parcel>>,
    refuses: AtomicBool,
}

impl Carrier for Porter {
    fn topics(&self) -> &'static [&'static str] {
        &["note.written"]
    }

    async fn carry(&self, parcel: &Parcel) -> Result<(), Refusal> {
        self.carried.lock().unwrap().push(parcel.clone());
        if self.refuses.load(Ordering::Relaxed) { Err(Refusal::Busy) } else { Ok(()) }
    }
}

/// The same, shared with whoever looks at what it was given.
impl Carrier for Arc<Porter> {
    fn topics(&self) -> &'static [&'static str] {
        (**self).topics()
    }

    async fn carry(&self, parcel: &Parcel) -> Result<(), Refusal> {
        (**self).carry(parcel).await
    }
}

/// Carries nothing of what is in the outbox.
struct Idle;

impl Carrier for Idle {
    fn topics(&self) -> &'static [&'static str] {
        &["something.else"]
    }

    async fn carry(&self, _parcel: &Parcel) -> Result<(), Refusal> {
        panic!("nothing of this topic was sent");
    }
}

fn write(text: &'static str) -> Write {
    Write { office: None, text, numbered: false }
}

const ONE: Carried = Carried { done: 1, put_off: 0 };
const NONE: Carried = Carried { done: 0, put_off: 0 };
const LATER: Carried = Carried { done: 0, put_off: 1 };

on_both_databases! {
    async fn a_refused_act_sends_nothing_and_an_accepted_one_exactly_its_message(world: World) {
        let (rini, porter) = (world.officer("Rini"), Porter::default());
        rini.does(write("refused")).await.unwrap_err();
        assert_eq!(carry_due(&world.db, &porter).await, Ok(NONE));
        let written = rini.does(write("one")).await.unwrap();
        assert_eq!(carry_due(&world.db, &Idle).await, Ok(NONE));
        assert_eq!(carry_due(&world.db, &porter).await, Ok(ONE));
        assert_eq!(carry_due(&world.db, &porter).await, Ok(NONE));
        let carried = porter.carried.lock().unwrap();
        assert_eq!((carried[0].office, carried[0].account), (world.tamansari().number(), Some(rini.id())));
        assert!(carried[0].payload.contains(&written.id.to_string()));
    }

    async fn what_could_not_be_carried_comes_again_later_and_is_put_aside_in_the_end(world: World) {
        let porter = Porter::default();
        porter.refuses.store(true, Ordering::Relaxed);
        world.officer("Rini").does(write("one")).await.unwrap();
        assert_eq!(carry_due(&world.db, &porter).await, Ok(LATER));
        world.clock.forward(59);
        assert_eq!(carry_due(&world.db, &porter).await, Ok(NONE), "the first wait is a minute");
        world.clock.forward(1);
        for _ in 0..11 {
            assert_eq!(carry_due(&world.db, &porter).await, Ok(LATER));
            world.clock.forward(6 * 3_600);
        }
        assert_eq!(carry_due(&world.db, &porter).await, Ok(NONE), "twelve attempts are enough");
        let ids: Vec<_> = porter.carried.lock().unwrap().iter().map(|parcel| parcel.id).collect();
        assert!(ids.len() == 12 && ids.iter().all(|id| *id == ids[0]));
    }

    async fn what_a_dead_carrier_held_goes_to_the_next_when_its_lease_is_over(world: World) {
        world.officer("Rini").does(write("one")).await.unwrap();
        let lease = crate::server::outbox::carry::lease(&world.db, Porter::default().topics()).await.unwrap();
        assert_eq!(lease.len(), 1);
        let porter = Porter::default();
        assert_eq!(carry_due(&world.db, &porter).await, Ok(NONE), "somebody else is carrying it");
        world.clock.forward(121);
        assert_eq!(carry_due(&world.db, &porter).await, Ok(ONE));
    }

    async fn of_two_carriers_at_once_each_parcel_has_one(world: World) {
        let rini = world.officer("Rini");
        for text in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"] {
            rini.does(write(text)).await.unwrap();
        }
        let porter = Porter::default();
        let rounds = (0..4).map(|_| carry_due(&world.db, &porter));
        let done: usize = futures::future::join_all(rounds).await.into_iter().map(|round| round.unwrap().done).sum();
        let mut ids: Vec<_> = porter.carried.lock().unwrap().iter().map(|parcel| parcel.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((done, ids.len()), (12, 12));
    }

    async fn of_several_who_carry_none_waits_for_the_next_round(world: World) {
        let porter = Arc::new(Porter::default());
        let rounds = [
            tokio::spawn(run(world.db.clone(), Idle)),
            tokio::spawn(run(world.db.clone(), porter.clone())),
            tokio::spawn(run(world.db.clone(), Idle)),
        ];
        for (text, number) in ["a", "b", "c", "d"].into_iter().zip(1..) {
            world.officer("Rini").does(write(text)).await.unwrap();
            let carried = async {
                while porter.carried.lock().unwrap().len() < number {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            };
            tokio::time::timeout(Duration::from_secs(3), carried).await.expect("less than a round of five seconds");
        }
        rounds.iter().for_each(tokio::task::JoinHandle::abort);
    }

    async fn an_accepted_act_rings_the_bell(world: World) {
        let bell = world.db.bell();
        assert_eq!(bell.has_changed().ok(), Some(false));
        world.officer("Rini").does(write("one")).await.unwrap();
        assert_eq!(bell.has_changed().ok(), Some(true));
    }
}
