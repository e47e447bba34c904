//! From the ticket to what is known at one's own office.

use super::Practice;
use crate::access::{ActName, Actor, Refusal, Role, Unit};
use crate::domain::OfficeCode;
use crate::features::accounts::testing::hat_of;
use crate::features::applications::acts::{Agree, Approve, Claim, Issue};
use crate::features::applications::store::{self, Waiting};
use crate::features::applications::{Application, IdentitySeen, State};
use crate::features::letters::{self, Seal, Stage};
use crate::features::{compliance, library};
use crate::server::act::Act;
use crate::server::audit::{First, firsts_here};
use crate::server::blobs::Blobs;
use crate::server::db::OfficeScope;
use crate::server::session::{Client, PracticeTicket, look_up};
use crate::server::testing::{World, on_both_databases};

const DAY: i64 = 86_400;

struct Story<'a> {
    real: &'a World,
    there: World,
    practice: Practice,
}

impl<'a> Story<'a> {
    async fn of(real: &'a World) -> Self {
        let there = real.practice().await;
        let blobs = Blobs::open(&there.folder().join("blobs"), there.db.keys().clone(), there.db.entropy().clone()).expect("a folder");
        let practice = Practice::begin(there.db.clone(), blobs).await.expect("an invented world");
        Self { real, there, practice }
    }

    /// Comes in, and is somebody there.
    async fn comes(&mut self, name: &str) -> Actor {
        self.tries(ticket(self.real, name).await).await.expect("somebody of the staff")
    }

    async fn tries(&mut self, ticket: PracticeTicket) -> Result<Actor, Refusal> {
        let client = Client { prefix: String::new(), device: String::new() };
        let begun = self.practice.admit(&self.real.db, ticket, &client).await?;
        Ok(look_up(&self.there.db, begun.token.hash()).await?.expect("a session").actor)
    }

    async fn does<A: Act>(&self, actor: &Actor, act: A) -> A::Done {
        self.there.db.perform(actor.clone(), self.there.db.fresh_key(), act).await.expect("an accepted act")
    }

    async fn cases(&self, actor: &Actor, which: Waiting) -> Vec<Application> {
        let scope = OfficeScope::open(&self.there.db, actor).await.expect("an officer");
        store::queue(&scope, which, actor.account().expect("somebody"), self.there.clock.now(), None).await.expect("cases")
    }

    async fn claims(&self, actor: &Actor) -> Application {
        let case = self.cases(actor, Waiting::New).await.swap_remove(0);
        self.does(actor, Claim { id: case.id, seen: case.version.expect("stored") }).await;
        let scope = OfficeScope::open(&self.there.db, actor).await.expect("an officer");
        store::case(&scope, case.id).await.expect("a case")
    }
}

async fn ticket(real: &World, name: &str) -> PracticeTicket {
    let actor = Actor::new(hat_of(real, name).await, false);
    let office = actor.unit().and_then(Unit::office).expect("an office");
    PracticeTicket { account: actor.account().expect("somebody"), office, role: actor.role() }
}

async fn known(real: &World, name: &str) -> Vec<First> {
    let actor = Actor::new(hat_of(real, name).await, false);
    let scope = OfficeScope::open(&real.db, &actor).await.expect("an officer");
    firsts_here(&scope).await.expect("what was done")
}

on_both_databases! {
    async fn a_ticket_holds_ten_minutes_and_only_as_it_was_written(world: World) {
        let rini = ticket(&world, "Rini Wulandari").await;
        let written = rini.in_writing(&world.db);
        assert_eq!(PracticeTicket::parse(&world.db, &written), Some(rini));
        let other = written.replace("operator", "kades");
        for forged in [other.as_str(), &written[..written.len() - 2], "", ".", "a.b.c.d.e"] {
            assert_eq!(PracticeTicket::parse(&world.db, forged), None, "{forged}");
        }
        world.clock.forward(599);
        assert_eq!(PracticeTicket::parse(&world.db, &written), Some(rini));
        world.clock.forward(1);
        assert_eq!(PracticeTicket::parse(&world.db, &written), None, "too old");
    }

    async fn who_has_no_such_hat_stays_outside(world: World) {
        let mut story = Story::of(&world).await;
        let rini = ticket(&world, "Rini Wulandari").await;
        let sobo = OfficeCode::try_from(3_510_161_002).expect("a code");
        for wrong in [PracticeTicket { role: Role::Head, ..rini }, PracticeTicket { office: sobo, ..rini }] {
            assert_eq!(story.tries(wrong).await.err(), Some(Refusal::Forbidden));
        }
        assert_eq!(story.tries(rini).await.map(|actor| actor.role()), Ok(Role::Operator));
    }

    async fn what_is_practised_counts_once_at_ones_own_office_and_nothing_else_leaves(world: World) {
        let mut story = Story::of(&world).await;
        let rini = story.comes("Rini Wulandari").await;
        let before = world.every_row().await;
        let case = story.claims(&rini).await;
        assert_eq!(case.attachments.len(), 3, "with its papers");
        story.does(&rini, Approve { id: case.id, seen: case.version.unwrap(), identity: IdentitySeen::PhotoAgainstKk }).await;
        assert_eq!(world.every_row().await, before, "nothing is known yet");
        story.practice.carry(&world.db).await.unwrap();
        let real = ticket(&world, "Rini Wulandari").await;
        let first = |act| First { office: world.tamansari(), account: real.account, act, at: world.clock.now() };
        let told = known(&world, "Rini Wulandari").await;
        assert_eq!((told.len(), told.contains(&first(ActName::Claim)), told.contains(&first(ActName::Approve))), (2, true, true));
        assert_eq!(known(&world, "Sri Lestari").await, [], "the other office");

        world.clock.forward(DAY);
        let again = story.comes("Rini Wulandari").await;
        assert_eq!(again.account(), rini.account(), "the same person as yesterday");
        story.claims(&again).await;
        story.practice.carry(&world.db).await.unwrap();
        assert_eq!(known(&world, "Rini Wulandari").await, told);
    }

    async fn a_head_signs_what_says_that_it_is_no_letter(world: World) {
        let mut story = Story::of(&world).await;
        let hadi = story.comes("Hadi Santoso").await;
        let case = story.cases(&hadi, Waiting::ToSign).await.swap_remove(0);
        assert_eq!(case.state, State::AwaitingSignature);
        let (seen, hash) = (case.version.unwrap(), case.snapshot.expect("a frozen letter").hash);
        story.does(&hadi, Agree { id: case.id, hash }).await;
        let issued = story.does(&hadi, Issue { id: case.id, seen, hash, host: "kampung.example".into() }).await;
        let scope = OfficeScope::open(&story.there.db, &hadi).await.unwrap();
        let stage = letters::frozen_letter(&scope, issued.letter).await.unwrap().data.stage;
        drop(scope);
        assert!(matches!(stage, Stage::Issued { seal: Seal::Practice { .. }, .. }), "{stage:?}");
        story.practice.carry(&world.db).await.unwrap();
        assert_eq!(known(&world, "Hadi Santoso").await.iter().map(|first| first.act).collect::<Vec<_>>(), [ActName::Issue]);
    }

    async fn everybody_finds_something_to_do_and_no_office_sees_the_other(world: World) {
        let mut story = Story::of(&world).await;
        let (rini, sri, joko) = (story.comes("Rini Wulandari").await, story.comes("Sri Lestari").await, story.comes("Joko Prasetyo").await);
        for _ in 0..2 {
            story.claims(&rini).await;
        }
        assert_eq!(story.cases(&rini, Waiting::New).await, [], "the last one is taken");
        assert_eq!(story.cases(&sri, Waiting::New).await.len(), 2);
        assert_eq!(story.comes("Joko Prasetyo").await.account(), joko.account());
        assert_eq!(story.cases(&joko, Waiting::New).await.len(), 2, "who comes finds others");
        for actor in [&rini, &sri] {
            let scope = OfficeScope::open(&story.there.db, actor).await.unwrap();
            assert_eq!(library::stock(&scope).await, Ok((1, 12)));
            drop(scope);
            let office = actor.unit().and_then(Unit::office).unwrap();
            assert_eq!(compliance::store::campaign_of_office(&story.there.db, office).await.map(|all| all.len()), Ok(1));
        }
    }
}
