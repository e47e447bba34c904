//! Every transition of an answer, and every one that is refused.

use proptest::prelude::*;

use crate::access::{Code, Refusal};
use crate::domain::{AccountId, BlobId, CampaignId, Instant};
use crate::features::compliance::{
    Answer, Assessment, Event, Evidence, EvidenceFile, FileKind, Happened, Instrument, Mark, Score, Stage, Verdict, When,
};

const FIRST: AccountId = AccountId::from_u128(1);
const SECOND: AccountId = AccountId::from_u128(2);
const OFFICE: AccountId = AccountId::from_u128(9);

#[derive(Clone, Copy, Debug)]
enum Step {
    Keep(Score),
    Photo,
    File,
    Submit,
    Judge(Verdict, AccountId),
    Undo(AccountId),
    Object,
    Visit(Score),
    Revise(Score),
}

const STEPS: [Step; 13] = [
    Step::Keep(Score::Missing),
    Step::Keep(Score::Met),
    Step::Photo,
    Step::File,
    Step::Submit,
    Step::Judge(Verdict::Accept(Score::Partly), FIRST),
    Step::Judge(Verdict::Return, FIRST),
    Step::Judge(Verdict::Accept(Score::Met), SECOND),
    Step::Undo(FIRST),
    Step::Undo(SECOND),
    Step::Object,
    Step::Visit(Score::Missing),
    Step::Revise(Score::Met),
];

pub fn photo_by(when: When) -> Evidence {
    Evidence {
        id: BlobId::from_u128(5),
        file: "satu".into(),
        sizes: [(320, 240), (640, 480), (800, 600)],
        colour: "#c8a165".into(),
        by: OFFICE,
        added_at: Instant::from_micros(0),
        taken: None,
        when,
        camera: None,
        place: None,
        metres: None,
        doubts: Vec::new(),
        resembles: false,
        reason: String::new(),
        agreed: true,
        period: None,
    }
}

fn file() -> EvidenceFile {
    EvidenceFile {
        id: BlobId::from_u128(6),
        file: "dua".into(),
        kind: FileKind::Pdf,
        size_bytes: 1,
        title: "SK".into(),
        by: OFFICE,
        added_at: Instant::from_micros(0),
        agreed: false,
    }
}

fn taken(assessment: &mut Assessment, step: Step) -> Result<(), Refusal> {
    let mark = |by| Mark { by, at: Instant::from_micros(1) };
    let (answer, why) = (&mut assessment.answers[0], String::from("x"));
    match step {
        Step::Keep(score) => answer.keep(score, String::new(), String::new(), mark(OFFICE)),
        Step::Photo => answer.add(photo_by(When::Any), mark(OFFICE)),
        Step::File => answer.add_file(file(), mark(OFFICE)),
        Step::Submit => assessment.submit(one_item(), mark(OFFICE)),
        Step::Judge(verdict, by) => answer.judge(verdict, why, mark(by)),
        Step::Undo(by) => answer.undo(mark(by)),
        Step::Object => answer.object(why, mark(OFFICE)),
        Step::Visit(score) => answer.visit(score, why, mark(FIRST)),
        Step::Revise(score) => answer.revise(score, why, mark(FIRST)),
    }
}

/// The first item alone.
fn one_item() -> &'static Instrument {
    static ONE: std::sync::OnceLock<Instrument> = std::sync::OnceLock::new();
    ONE.get_or_init(|| {
        let mut instrument = Instrument::seeded().clone();
        instrument.items.truncate(1);
        instrument
    })
}

/// The table of security 12, read from what was there before.
fn allowed(before: &Answer, step: Step) -> bool {
    let judged_by = match before.stage {
        Stage::Accepted { by, .. } | Stage::Returned { by, .. } => Some(by),
        _ => None,
    };
    match (step, &before.stage) {
        (Step::Keep(_), Stage::Draft | Stage::Returned { .. }) => true,
        (Step::Photo, Stage::Draft | Stage::Returned { .. }) => before.evidence.len() < Evidence::MOST,
        (Step::File, Stage::Draft | Stage::Returned { .. }) => before.files.len() < EvidenceFile::MOST,
        (Step::Submit, Stage::Draft | Stage::Returned { .. }) => {
            before.claim == Some(Score::Missing) || (before.claim.is_some() && !before.evidence.is_empty() && !before.files.is_empty())
        }
        (Step::Judge(..), Stage::Submitted) => true,
        (Step::Judge(_, by), Stage::Objected { by: against, .. }) => by != *against,
        (Step::Undo(by), Stage::Accepted { .. } | Stage::Returned { .. }) => judged_by == Some(by) && is_undoable(&before.history),
        (Step::Object, stage) => {
            let doubtful = match stage {
                Stage::Returned { .. } => true,
                Stage::Accepted { value, .. } => before.claim > Some(*value),
                _ => false,
            };
            doubtful && !before.history.iter().any(|event| matches!(event.what, Happened::Objected(_)))
        }
        (Step::Visit(_) | Step::Revise(_), Stage::Accepted { .. }) => true,
        _ => false,
    }
}

/// Read from its end: each step back takes one finding with it, and the last that is left has to be a verdict or a visit.
fn is_undoable(history: &[Event]) -> bool {
    use Happened::{Accepted, Objected, Returned, Revised, Submitted, Undone, Visited};
    if !matches!(history.last().map(|event| &event.what), Some(Accepted { .. } | Returned(_) | Visited { .. } | Undone)) {
        return false;
    }
    let mut taken_back = 0;
    for event in history.iter().rev() {
        match &event.what {
            Undone => taken_back += 1,
            Accepted { .. } | Returned(_) | Visited { .. } | Revised { .. } | Objected(_) | Submitted if taken_back > 0 => taken_back -= 1,
            Accepted { .. } | Returned(_) | Visited { .. } => return true,
            Revised { .. } | Objected(_) | Submitted => return false,
            _ => {}
        }
    }
    false
}

/// Ways to every state that the table knows, and to each again after something was taken back.
const WAYS: [&[Step]; 11] = [
    &[],
    &[Step::Keep(Score::Missing)],
    &[Step::Keep(Score::Met), Step::Photo, Step::File],
    &[Step::Keep(Score::Met), Step::Photo, Step::File, Step::Submit],
    &[Step::Keep(Score::Missing), Step::Submit, ACCEPT],
    &[Step::Keep(Score::Missing), Step::Submit, RETURN],
    &[Step::Keep(Score::Missing), Step::Submit, RETURN, Step::Object],
    &[Step::Keep(Score::Missing), Step::Submit, RETURN, Step::Object, Step::Judge(Verdict::Accept(Score::Met), SECOND)],
    &[Step::Keep(Score::Missing), Step::Submit, ACCEPT, Step::Visit(Score::Missing)],
    &[Step::Keep(Score::Missing), Step::Submit, ACCEPT, Step::Visit(Score::Missing), Step::Undo(FIRST)],
    &[Step::Keep(Score::Missing), Step::Submit, ACCEPT, Step::Revise(Score::Met)],
];
const ACCEPT: Step = Step::Judge(Verdict::Accept(Score::Partly), FIRST);
const RETURN: Step = Step::Judge(Verdict::Return, FIRST);

#[test]
fn in_every_state_every_step_is_what_the_table_says() {
    for way in WAYS {
        let mut there = Assessment::new(CampaignId::from_u128(1), one_item());
        for step in way {
            assert_eq!(taken(&mut there, *step), Ok(()), "{way:?}");
        }
        for step in STEPS {
            let mut after = there.clone();
            let outcome = taken(&mut after, step);
            assert_eq!(outcome.is_ok(), allowed(&there.answers[0], step), "{step:?} after {way:?}: {outcome:?}");
            assert_eq!(outcome.is_ok(), after != there, "{step:?} after {way:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_in_the_table_is_refused_and_changes_nothing(steps in prop::collection::vec(0..STEPS.len(), 1..24)) {
        let mut assessment = Assessment::new(CampaignId::from_u128(1), one_item());
        let mut left = Vec::new();
        for step in steps.into_iter().map(|at| STEPS[at]) {
            let before = assessment.clone();
            let outcome = taken(&mut assessment, step);
            prop_assert_eq!(outcome.is_ok(), allowed(&before.answers[0], step), "{:?} on {:?}: {:?}", step, before, outcome);
            let (old, new) = (&before.answers[0], &assessment.answers[0]);
            if outcome.is_err() {
                prop_assert_eq!(&before, &assessment);
                continue;
            }
            prop_assert_eq!(new.history.len(), old.history.len() + 1, "each change leaves one line");
            prop_assert_eq!(&new.history[..old.history.len()], &old.history[..], "and takes none away");
            prop_assert!(new.version > old.version);
            match step {
                Step::Undo(_) => {
                    let stood = left.pop();
                    prop_assert_eq!(Some(&new.stage), stood.as_ref(), "it stands where it stood");
                }
                Step::Keep(_) | Step::Photo | Step::File => prop_assert_eq!(&new.stage, &old.stage),
                _ => left.push(old.stage.clone()),
            }
            let by_office = matches!(step, Step::Keep(_));
            prop_assert!(by_office || new.claim == old.claim, "only the office writes its own value");
        }
    }
}

#[test]
fn a_sixth_photo_is_the_last() {
    let mut assessment = Assessment::new(CampaignId::from_u128(1), one_item());
    for _ in 0..Evidence::MOST {
        assert_eq!(taken(&mut assessment, Step::Photo), Ok(()));
    }
    assert_eq!(taken(&mut assessment, Step::Photo), Err(Refusal::Conflict(Code::TooManyPhotos)));
}
