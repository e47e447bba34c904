//! What happens at the two offices, one thing after another.

use super::super::office::filled;
use super::super::people::{SKU, start};
use super::dice::Dice;
use super::known::{Case, Resident, Viewer, Village, villages};
use super::looking;
use super::wishes::{Granted, Wanted, Wish};
use crate::access::Refusal;
use crate::domain::{OfficeCode, OfficeKind};
use crate::features::applications::{Application, State, store};
use crate::features::letters::{CrossOut, VoidReason};
use crate::features::offices::{KeepProfile, NEVER, OfficeProfile};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World};

pub struct History<'a> {
    pub world: &'a World,
    pub villages: [Village; 2],
    pub cases: Vec<Case>,
    /// Numbers that each book has given.
    pub numbers: [u32; 2],
    granted: Vec<Wish>,
    refused: usize,
}

impl<'a> History<'a> {
    /// Both offices are at work, everybody has begun a case; one has come as far as the letter, one
    /// as far as the head.
    pub async fn begins(world: &'a World) -> Self {
        let villages = villages(world);
        for (village, kind) in villages.iter().zip([OfficeKind::Desa, OfficeKind::Kelurahan]) {
            let profile = OfficeProfile { address: format!("Jl. {}", village.word), ..filled(kind) };
            village.head().does(KeepProfile { seen: NEVER, profile }).await.expect("a letterhead");
        }
        let mut history = Self { world, villages, cases: Vec::new(), numbers: [0; 2], granted: Vec::new(), refused: 0 };
        for village in 0..2 {
            for resident in history.villages[village].residents.clone() {
                history.starts(village, resident).await;
            }
            let first = village * history.villages[village].residents.len();
            history.goes_well(first, &[Wish::Submit, Wish::Claim, Wish::Approve, Wish::Issue]).await;
            history.goes_well(first + 2, &[Wish::Submit, Wish::Claim, Wish::Approve]).await;
        }
        history
    }

    async fn goes_well(&mut self, at: usize, wishes: &[Wish]) {
        for wish in wishes {
            let truth = self.truth(at).await;
            let person = self.whose_wish(at, *wish, &truth);
            self.wishes(at, *wish, &truth, person, truth.office).await;
            assert_eq!(self.granted.last(), Some(wish), "refused");
        }
    }

    /// One thing happens: something useful, or anything to anything by anybody.
    pub async fn goes_on(&mut self, dice: &mut Dice) {
        // Some days in all: leases end, promises are broken.
        self.world.clock.forward(3_600);
        match dice.throw(20) {
            0 => {
                let village = dice.throw(2);
                let resident = dice.one_of(&self.villages[village].residents).clone();
                self.starts(village, resident).await;
            }
            1 => self.crosses_out(dice.throw(2)).await,
            2..=15 => {
                let at = dice.throw(self.cases.len());
                let truth = self.truth(at).await;
                let wish = *dice.one_of(Wish::of_use(truth.state));
                let person = self.whose_wish(at, wish, &truth);
                let office = truth.office;
                self.wishes(at, wish, &truth, person, office).await;
            }
            _ => {
                let at = dice.throw(self.cases.len());
                let truth = self.truth(at).await;
                let person = dice.one_of(&self.viewers()).person().clone();
                let office = self.villages[dice.throw(2)].office;
                self.wishes(at, *dice.one_of(&Wish::ALL), &truth, person, office).await;
            }
        }
    }

    pub async fn one_of_each_village_looks(&self, dice: &mut Dice) {
        for village in 0..2 {
            let staff = dice.one_of(&self.villages[village].staff).clone();
            looking::looks(self, &Viewer::Staff(village, staff)).await;
            let resident = dice.one_of(&self.villages[village].residents).person.clone();
            looking::looks(self, &Viewer::Resident(resident)).await;
        }
    }

    pub async fn everybody_looks(&self) {
        for viewer in self.viewers() {
            looking::looks(self, &viewer).await;
        }
    }

    /// A history in which little happens proves little.
    pub async fn was_worth_telling(&self) {
        self.world.db.verify_record().await.expect("both records hold");
        for wish in [Wish::Submit, Wish::Claim, Wish::Approve, Wish::Issue] {
            assert!(self.granted.contains(&wish), "nobody was granted {wish:?}");
        }
        assert!(self.refused > 0, "nobody wished for what was another's");
        for village in 0..2 {
            assert!(self.numbers[village] > 0, "an office wrote nothing");
            assert!(self.cases.iter().any(|case| case.village == village && !case.photos.is_empty()), "an office got no photo");
        }
    }

    /// Every wish for every case by everybody who has nothing to do with it, naming the office of the
    /// case or their own.
    pub async fn everybody_wishes_for_everything_of_the_others(&mut self) {
        let before = self.world.every_row().await;
        for at in 0..self.cases.len() {
            let truth = self.truth(at).await;
            for viewer in self.viewers().into_iter().filter(|viewer| self.is_stranger(viewer.person(), &truth, truth.office)) {
                for wish in Wish::ALL {
                    for office in self.villages.each_ref().map(|village| village.office) {
                        let outcome = self.wanted(at, wish, &truth, office).by(viewer.person()).await;
                        assert_eq!(outcome.map(drop), Err(Refusal::NotFound), "{wish:?} of {:?}", viewer.person().actor.role());
                    }
                }
            }
        }
        assert!(self.world.every_row().await == before, "something was changed");
    }

    async fn wishes(&mut self, at: usize, wish: Wish, truth: &Application, person: Person, office: OfficeCode) {
        if !self.is_stranger(&person, truth, office) && (office == truth.office || !wish.is_owners()) {
            let outcome = self.wanted(at, wish, truth, office).by(&person).await;
            return self.remember(at, wish, outcome);
        }
        let before = self.world.every_row().await;
        let outcome = self.wanted(at, wish, truth, office).by(&person).await;
        assert_eq!(outcome.map(drop), Err(Refusal::NotFound), "{wish:?} of {:?}", person.actor.role());
        assert!(self.world.every_row().await == before, "{wish:?} was refused, and changed something");
        self.refused += 1;
    }

    fn remember(&mut self, at: usize, wish: Wish, outcome: Result<Granted, Refusal>) {
        let Ok(granted) = outcome else { return };
        let case = &mut self.cases[at];
        case.photos.extend(granted.photos);
        case.reference = granted.reference.or(case.reference);
        if granted.letter.is_some() {
            case.letter = granted.letter;
            self.numbers[case.village] += 1;
        }
        self.granted.push(wish);
    }

    fn wanted<'b>(&'b self, at: usize, wish: Wish, truth: &'b Application, office: OfficeCode) -> Wanted<'b> {
        let case = &self.cases[at];
        let word = if wish.is_owners() { case.owner.word } else { self.villages[case.village].word };
        Wanted { wish, case, truth, office, word }
    }

    /// Whether the case is nothing to them: of another office, or of another resident.
    fn is_stranger(&self, person: &Person, truth: &Application, office: OfficeCode) -> bool {
        match person.actor.unit() {
            Some(unit) => unit.number() != truth.office.number(),
            None => person.id() != truth.owner || office != truth.office,
        }
    }

    /// Who may have the wish granted: the owner, whoever holds the case, the head.
    fn whose_wish(&self, at: usize, wish: Wish, truth: &Application) -> Person {
        let case = &self.cases[at];
        let village = &self.villages[case.village];
        let holder = truth.lease.and_then(|lease| village.staff.iter().find(|person| person.id() == lease.by));
        match wish {
            wish if wish.is_owners() => case.owner.person.clone(),
            Wish::Agree | Wish::Issue | Wish::SendBack | Wish::Revoke => village.head().clone(),
            _ => holder.unwrap_or(&village.staff[at % 2]).clone(),
        }
    }

    async fn starts(&mut self, village: usize, owner: Resident) {
        // One draft a service: a second is refused.
        let office = self.villages[village].office;
        let Ok(begun) = owner.person.does(start(office, SKU)).await else { return };
        self.cases.push(Case { village, owner, id: begun.id, photos: Vec::new(), reference: None, letter: None });
    }

    async fn crosses_out(&mut self, village: usize) {
        let cross_out = CrossOut { service: SKU.to_owned(), classification: "500.2.2.4".to_owned(), reason: VoidReason::Spoiled };
        self.villages[village].head().does(cross_out).await.expect("a number");
        self.numbers[village] += 1;
    }

    /// The case as its own office has it.
    pub async fn truth(&self, at: usize) -> Application {
        let case = &self.cases[at];
        let scope = OfficeScope::open(&self.world.db, &self.villages[case.village].head().actor).await.expect("a scope");
        store::case(&scope, case.id).await.expect("a case of this office")
    }

    pub fn viewers(&self) -> Vec<Viewer> {
        let mut viewers = Vec::new();
        for (at, village) in self.villages.iter().enumerate() {
            viewers.extend(village.staff.iter().map(|person| Viewer::Staff(at, person.clone())));
            viewers.extend(village.residents.iter().map(|one| Viewer::Resident(one.person.clone())));
        }
        viewers
    }

    /// How many cases of a village are in these states.
    pub async fn count(&self, village: usize, states: &[State]) -> u64 {
        let mut count = 0;
        for at in (0..self.cases.len()).filter(|at| self.cases[*at].village == village) {
            count += u64::from(states.contains(&self.truth(at).await.state));
        }
        count
    }
}
