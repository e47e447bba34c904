//! Everything that somebody can read, and whether it is theirs.

use std::fmt::Debug;

use super::history::History;
use super::known::Viewer;
use crate::domain::{Lang, Version};
use crate::features::applications::desk::read::{self as desk, Desk};
use crate::features::applications::read::{self, Looking};
use crate::features::applications::store::{self, Waiting};
use crate::features::applications::{State, office_annex, office_letter, own_annex, own_letter};
use crate::features::letters::{self, Month};
use crate::features::{accounts, offices};
use crate::server::act::{Register, register};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::Person;
use crate::server::{access_log, blobs};

const LISTS: [&str; 7] = ["", "baru", "saya", "warga", "tanda-tangan", "lewat", "siap"];
const ALL: [Waiting; 9] = [
    Waiting::Open,
    Waiting::Next,
    Waiting::New,
    Waiting::Mine,
    Waiting::Resident,
    Waiting::ToSign,
    Waiting::Late,
    Waiting::ToForward,
    Waiting::Ready,
];

/// Reads all there is as the viewer, and looks for what is not theirs.
pub async fn looks(history: &History<'_>, viewer: &Viewer) {
    let read = match viewer {
        Viewer::Staff(village, person) => {
            counts(history, *village, person).await;
            staff(history, person).await
        }
        Viewer::Resident(person) => resident(history, person).await,
    };
    let villages = &history.villages;
    let tags = villages.iter().enumerate().flat_map(|(at, village)| village.tags(at));
    for tag in tags.chain(history.cases.iter().flat_map(super::known::Case::tags)) {
        if !viewer.may_see(&tag, villages) {
            let found = read.iter().find(|(_, text)| text.contains(&tag.text));
            assert!(found.is_none(), "{:?} reads {} of village {}: {found:?}", viewer.person().actor.role(), tag.text, tag.village);
        }
    }
}

type Read = Vec<(&'static str, String)>;

fn add(read: &mut Read, what: &'static str, seen: impl Debug) {
    read.push((what, format!("{seen:?}")));
}

async fn staff(history: &History<'_>, person: &Person) -> Read {
    let (db, actor, mut read) = (&history.world.db, &person.actor, Read::new());
    let at = Desk::open(db, actor, "Petugas".to_owned()).expect("a desk");
    add(&mut read, "today", desk::today(&at).await);
    add(&mut read, "sign", desk::sign(&at, "", "").await);
    add(&mut read, "book", desk::book(&at, "2026-11", "").await);
    add(&mut read, "desk settings", desk::settings(&at).await);
    add(&mut read, "office settings", offices::settings(db, actor).await);
    for list in LISTS {
        add(&mut read, "queue", desk::queue(&at, list, "", "").await);
    }
    for case in &history.cases {
        let id = case.id.to_string();
        add(&mut read, "case", desk::case(&at, case.id).await);
        add(&mut read, "slip", desk::slip(&at, case.id, "kampung.test").await);
        add(&mut read, "letter", office_letter(db, actor, &id).await.map(|paper| (paper.number, paper.file)));
        add(&mut read, "annex", office_annex(db, actor, &id).await.map(|paper| (paper.number, paper.file)));
        if let Some(reference) = case.reference {
            add(&mut read, "search", desk::queue(&at, "", &reference.to_string(), "").await.map(|found| found.rows));
        }
    }
    let scope = OfficeScope::open(db, actor).await.expect("a scope");
    for which in ALL {
        add(&mut read, "stored queue", store::queue(&scope, which, person.id(), db.clock().now(), None).await);
    }
    add(&mut read, "agreements", store::agreements(&scope, person.id()).await);
    for case in &history.cases {
        let stored = store::case(&scope, case.id).await;
        if let Ok(case) = &stored {
            add(&mut read, "timeline", store::timeline(&scope, case).await);
        }
        add(&mut read, "stored case", stored);
        add(&mut read, "case as seen", store::case_as_seen(&scope, case.id, Version(0)).await);
        add(&mut read, "newest", store::newest_of(&scope, case.owner.person.id(), 10).await);
        if let Some(reference) = case.reference {
            add(&mut read, "by reference", store::by_reference(&scope, reference).await);
        }
        for photo in &case.photos {
            add(&mut read, "case of photo", store::case_of_photo(&scope, *photo).await);
            add(&mut read, "file", blobs::find(&scope, *photo).await);
        }
        if let Some(letter) = case.letter {
            add(&mut read, "stored letter", letters::stored_letter(&scope, letter).await);
            add(&mut read, "frozen letter", letters::frozen_letter(&scope, letter).await);
        }
    }
    read
}

async fn resident(history: &History<'_>, person: &Person) -> Read {
    let (db, actor, mut read) = (&history.world.db, &person.actor, Read::new());
    let looking = Looking::new(db, actor, Lang::Id);
    let code = super::super::people::SKU.parse().expect("a code");
    add(&mut read, "cases", read::cases(&looking).await);
    for step in ["pemohon", "usaha", "keperluan", "berkas", read::CHECK] {
        add(&mut read, "fill", read::fill(&looking, &code, step, true).await);
    }
    // The page also lists every office there is.
    add(&mut read, "begin", read::begin(&looking, &code).await.map(|view| (view.office, view.draft)));
    add(&mut read, "home offices", accounts::home_offices(db, person.id()).await);
    let own = OwnScope::open(db, actor).await.expect("a scope");
    add(&mut read, "own cases", store::own_cases(&own).await);
    add(&mut read, "own draft", store::own_draft(&own, &code).await);
    add(&mut read, "watchers", access_log::seen_of(&own, None, 1_000).await);
    for case in &history.cases {
        add(&mut read, "office of case", store::office_of(&own, case.id).await);
        add(&mut read, "stored case", store::case(&own, case.id).await);
        for photo in &case.photos {
            add(&mut read, "case of photo", store::case_of_photo(&own, *photo).await);
            add(&mut read, "file", blobs::find(&own, *photo).await);
        }
        if let Some(letter) = case.letter {
            add(&mut read, "stored letter", letters::stored_letter(&own, letter).await);
            add(&mut read, "frozen letter", letters::frozen_letter(&own, letter).await);
        }
    }
    drop(own);
    for case in &history.cases {
        add(&mut read, "case", read::case(&looking, case.id).await);
        add(&mut read, "letter", own_letter(db, actor, &case.id.to_string()).await.map(|paper| (paper.number, paper.file)));
        add(&mut read, "annex", own_annex(db, actor, &case.id.to_string()).await.map(|paper| (paper.number, paper.file)));
    }
    read
}

/// A number has no word in it: it must be that of the office's own.
async fn counts(history: &History<'_>, village: usize, person: &Person) {
    let count = async |states: &[State]| history.count(village, states).await;
    let scope = OfficeScope::open(&history.world.db, &person.actor).await.expect("a scope");
    let waits = store::waits(&scope, person.id(), history.world.clock.now()).await.expect("counts");
    for (which, number) in [(Waiting::Mine, waits.mine), (Waiting::Late, waits.late)] {
        let listed = store::queue(&scope, which, person.id(), history.world.clock.now(), None).await.expect("a list");
        assert_eq!(listed.len() as u64, number, "{which:?}");
    }
    let month = Month::parse("2026-11").expect("a month");
    let book = letters::letters_of_month(&scope, month).await.expect("a count");
    let last = register::last(&scope, &Register("agenda".to_owned()), 2026).await.expect("a number");
    let mut open = Vec::new();
    for one in &history.villages[village].residents {
        open.push(store::open_cases_of(&scope, one.person.id()).await.expect("a count"));
    }
    drop(scope);
    assert_eq!(waits.new, count(&[State::Submitted]).await, "new");
    assert_eq!(waits.in_review, count(&[State::InReview]).await, "in review");
    assert_eq!(waits.resident, count(&[State::NeedsFix]).await, "with residents");
    assert_eq!(waits.to_sign, count(&[State::AwaitingSignature]).await, "to sign");
    assert_eq!(waits.ready, count(&[State::Issued, State::Forwarded]).await, "ready");
    let numbers = history.numbers[village];
    assert_eq!((book, last.unwrap_or(0)), (u64::from(numbers), numbers), "the book");
    let states: Vec<State> = State::ALL.into_iter().filter(|state| state.is_open()).collect();
    assert_eq!(open.iter().sum::<u64>(), count(&states).await, "open cases of residents");
}
