//! The state machine, walked at random.

use proptest::prelude::*;

use super::*;
use crate::access::Code;
use crate::domain::Lang;
use crate::features::applications::{Reason, ReasonCode};
use crate::features::services::{Service, catalogue};
use crate::forms::testing::any_valid_answers;
use crate::forms::{Given, Problems};

const SITI: AccountId = AccountId::from_u128(1);
const RINI: AccountId = AccountId::from_u128(2);
const JOKO: AccountId = AccountId::from_u128(3);
const HASH: [u8; 32] = [7; 32];
/// Tuesday 24 November 2026, 09.00 in Banyuwangi.
const MORNING: Instant = Instant::from_micros(1_795_485_600_000_000);

/// One of the things that people try.
#[derive(Clone, Copy, Debug)]
enum Try {
    SaveStep,
    Attach,
    RemoveAttachment,
    Submit,
    Repair,
    Discard,
    Withdraw,
    Claim(AccountId),
    RequestFix,
    RequestNothing,
    Reject,
    Approve,
    Comment,
    SendBack,
    Issue,
    IssueOther,
    Forward,
    HandOver,
    ReceiveSkpwni,
    Arrive,
    NotTakenIn,
    Revoke,
}

fn any_try() -> impl Strategy<Value = Try> {
    use Try::*;
    prop_oneof![
        1 => Just(SaveStep),
        1 => Just(Attach),
        1 => Just(RemoveAttachment),
        // What leads on is tried more often, or nobody would ever come to the end.
        4 => Just(Submit),
        3 => Just(Repair),
        1 => Just(Discard),
        1 => Just(Withdraw),
        3 => Just(Claim(RINI)),
        2 => Just(Claim(JOKO)),
        2 => Just(RequestFix),
        1 => Just(RequestNothing),
        1 => Just(Reject),
        3 => Just(Approve),
        1 => Just(Comment),
        1 => Just(SendBack),
        3 => Just(Issue),
        1 => Just(IssueOther),
        1 => Just(Forward),
        2 => Just(HandOver),
        1 => Just(ReceiveSkpwni),
        1 => Just(Arrive),
        1 => Just(NotTakenIn),
        1 => Just(Revoke),
    ]
}

fn skd() -> &'static Service {
    catalogue().service(&"skd".parse().expect("a code"), crate::domain::Lang::Id).expect("a service")
}

fn given() -> Given {
    let today = crate::domain::Day::new(2026, 11, 24).expect("a day");
    Given::at_office(today, 3_510_242_008.try_into().expect("a code"), crate::domain::OfficeKind::Desa)
}

fn reason() -> Reason {
    Reason { code: ReasonCode::Unreadable, words: "Tulisannya tidak terbaca".to_owned() }
}

fn photo(number: u128, field: &str) -> Attachment {
    let id = BlobId::from_u128(number);
    Attachment { id, thumbnail: id, field: field.to_owned(), size_bytes: 1, at: MORNING }
}

/// A draft with valid answers; its photos are attached, as they would be.
fn draft(answers: &Answers) -> Application {
    let new = NewCase {
        id: ApplicationId::from_u128(5),
        office: 3_510_242_008.try_into().expect("a code"),
        owner: SITI,
        service: skd().code.clone(),
        schema_version: 1,
        channel: Channel::Phone,
        answers: Answers::EMPTY,
    };
    let (mut case, _) = Application::start(new, stamp(SITI, Role::Resident, MORNING));
    for step in &skd().form.steps {
        case.save_step(step, answers).expect("a draft");
    }
    for (at, name) in ["ktp", "kk", "bukti_tinggal"].into_iter().enumerate() {
        case.attach(question(name), photo(10 + at as u128, name)).expect("attached");
    }
    case.news.clear();
    case
}

fn question(name: &str) -> &'static crate::forms::Field {
    skd().form.steps.iter().flat_map(|step| &step.fields).find(|field| field.name == name).expect("a question")
}

fn stamp(by: AccountId, role: Role, now: Instant) -> Stamp {
    Stamp { by: Some(by), role, now }
}

fn attempt(case: &mut Application, wish: Try, now: Instant, answers: &Answers) -> Result<(), Refusal> {
    let (siti, rini, head) = (stamp(SITI, Role::Resident, now), stamp(RINI, Role::Operator, now), stamp(JOKO, Role::Head, now));
    let nobody = Stamp { by: None, role: Role::Anonymous, now };
    let hours = OfficeHours::default();
    let told = |_: Event| ();
    match wish {
        Try::SaveStep => case.save_step(&skd().form.steps[0], answers),
        Try::Attach => case.attach(question("ktp"), photo(100 + now.micros().unsigned_abs() as u128, "ktp")),
        Try::RemoveAttachment => case.remove_attachment(case.attachments.last().map_or(BlobId::from_u128(0), |photo| photo.id)),
        Try::Submit => case.submit(skd(), &given(), Reference::from_number(9), &hours, siti).map(told),
        Try::Repair => case.repair(&skd().form, answers, &given(), &hours, siti).map(told),
        Try::Discard => case.discard(siti).map(told),
        Try::Withdraw => case.withdraw(siti).map(told),
        Try::Claim(by) => case.claim(by, stamp(by, Role::Operator, now)).map(told),
        Try::RequestFix => {
            let items = vec![Returned { target: Target::Answer("keperluan".to_owned()), reason: reason() }];
            case.request_fix(items, &skd().form, &hours, rini).map(told)
        }
        Try::RequestNothing => case.request_fix(Vec::new(), &skd().form, &hours, rini).map(told),
        Try::Reject => case.reject(reason(), rini).map(told),
        Try::Approve => case.approve(IdentitySeen::PhotoAgainstKk, Snapshot { bytes: vec![1], hash: HASH }, rini).map(told),
        Try::Comment => case.comment("Sudah ditelepon".to_owned(), rini).map(told),
        Try::SendBack => case.send_back(reason(), head).map(told),
        Try::Issue => case.issue(HASH, LetterId::from_u128(1), head).map(told),
        Try::IssueOther => case.issue([8; 32], LetterId::from_u128(1), head).map(told),
        Try::Forward => case.forward("12/2026".to_owned(), &OfficeHours::default(), rini).map(told),
        Try::HandOver => case.hand_over(false, rini).map(told),
        Try::ReceiveSkpwni => case.receive_skpwni("SKPWNI/3578/1", rini).map(told),
        Try::Arrive => case.arrive(nobody).map(told),
        Try::NotTakenIn => case.is_not_taken_in(reason(), nobody).map(told),
        Try::Revoke => case.revoke(reason(), head).map(told),
    }
}

proptest! {
    #[test]
    fn whatever_people_try_the_case_keeps_its_rules(
        answers in any_valid_answers(skd().form.clone(), given()),
        tries in prop::collection::vec((any_try(), 0_i64..20_000), 1..60),
    ) {
        let mut case = draft(&answers);
        let mut now = MORNING;
        for (wish, seconds) in tries {
            now = now.plus_seconds(seconds);
            let before = case.clone();
            let outcome = attempt(&mut case, wish, now, &answers);
            match outcome {
                Err(_) => prop_assert_eq!(&case, &before, "a refused {:?} changed something", wish),
                Ok(()) => {
                    let silent = matches!(wish, Try::SaveStep | Try::Attach | Try::RemoveAttachment);
                    prop_assert_eq!(case.news.len(), before.news.len() + usize::from(!silent), "{:?} tells once", wish);
                }
            }
            prop_assert!(!before.state.is_terminal() || case.state == before.state, "{:?} left {:?}", wish, before.state);
            prop_assert_eq!(case.letter.is_some(), case.state.has_letter(), "a letter iff ever issued");
            prop_assert_eq!(case.returned.is_empty(), case.state != State::NeedsFix);
            prop_assert!(case.lease.is_none() || case.state == State::InReview, "only a case in review is in somebody's hands");
            prop_assert!(before.reference.is_none() || case.reference == before.reference, "a reference is for ever");
            prop_assert_eq!(case.promise.is_some_and(Promise::is_paused), matches!(case.state, State::NeedsFix | State::Forwarded)
                || (matches!(case.state, State::Withdrawn | State::Completed | State::Revoked) && before.promise.is_some_and(Promise::is_paused)));
            if let (Some(old), Some(new)) = (before.promise, case.promise) {
                prop_assert!(new.due() >= old.due(), "a promise is never moved forward");
            }
        }
    }
}

#[test]
fn a_live_lease_wins_and_an_old_one_does_not() {
    let mut case = submitted();
    case.claim(RINI, stamp(RINI, Role::Operator, MORNING)).expect("claimed");
    let early = MORNING.plus_seconds(Lease::SECONDS - 1);
    assert_eq!(case.claim(JOKO, stamp(JOKO, Role::Operator, early)), Err(Refusal::Stale { by: Some(RINI), at: MORNING }));
    assert!(case.claim(JOKO, stamp(JOKO, Role::Operator, MORNING.plus_seconds(Lease::SECONDS))).is_ok());
    assert!(case.held_by(Some(JOKO)) && !case.held_by(Some(RINI)) && !case.held_by(None));
}

#[test]
fn a_form_with_a_gap_is_not_sent() {
    let mut case = draft(&Answers::EMPTY);
    let sent = case.submit(skd(), &given(), Reference::from_number(9), &OfficeHours::default(), stamp(SITI, Role::Resident, MORNING));
    let Err(Refusal::Invalid(problems)) = sent else { panic!("sent: {sent:?}") };
    assert!(problems.of("nik").is_some() && problems.of("ktp").is_none(), "the photo is there, the number is not");
    assert_eq!((case.state, case.reference), (State::Draft, None));
}

#[test]
fn only_what_was_returned_unlocks() {
    let mut case = in_review();
    let items = vec![
        Returned { target: Target::Answer("nama".to_owned()), reason: reason() },
        Returned { target: Target::Photo { field: "kk".to_owned(), id: BlobId::from_u128(11) }, reason: reason() },
    ];
    case.request_fix(items, &skd().form, &OfficeHours::default(), stamp(RINI, Role::Operator, MORNING)).expect("returned");
    assert_eq!(case.attach(question("ktp"), photo(50, "ktp")), Err(Refusal::Conflict(Code::NotReturned)));
    assert_eq!(case.save_step(&skd().form.steps[0], &Answers::EMPTY), Err(Refusal::Conflict(Code::NotEditable)));

    let mut posted = Answers::EMPTY;
    posted.put("nama", "Siti Aminah");
    posted.put("nik", "3510241234560009");
    let mend =
        |case: &mut Application| case.repair(&skd().form, &posted, &given(), &OfficeHours::default(), stamp(SITI, Role::Resident, MORNING));
    let Err(Refusal::Invalid(problems)) = mend(&mut case) else { panic!("the old photo was sent again") };
    assert_eq!(fields(&problems), ["kk"]);
    case.attach(question("kk"), photo(51, "kk")).expect("replaced");
    mend(&mut case).expect("sent again");
    assert_eq!(case.answers.typed("nama"), "Siti Aminah");
    assert_ne!(case.answers.typed("nik"), "3510241234560009", "it was not returned");
    assert_eq!(case.photos_of("kk").map(|photo| photo.id.as_u128()).collect::<Vec<_>>(), [51]);
}

#[test]
fn a_return_names_things_that_the_case_has() {
    let hours = OfficeHours::default();
    for target in [
        Target::Answer("warna".to_owned()),
        Target::Photo { field: "ktp".to_owned(), id: BlobId::from_u128(99) },
        Target::Photo { field: "kk".to_owned(), id: BlobId::from_u128(10) },
        Target::Absent("ktp".to_owned()),
    ] {
        let items = vec![Returned { target, reason: reason() }];
        let outcome = in_review().request_fix(items, &skd().form, &hours, stamp(RINI, Role::Operator, MORNING));
        assert_eq!(outcome, Err(Refusal::Conflict(Code::NothingReturned)));
    }
}

#[test]
fn what_is_worked_out_is_not_returned() {
    let pindah = catalogue().service(&"pindah".parse().expect("a code"), Lang::Id).expect("pindah");
    let return_ = |name: &str| {
        let items = vec![Returned { target: Target::Answer(name.to_owned()), reason: reason() }];
        in_review().request_fix(items, &pindah.form, &OfficeHours::default(), stamp(RINI, Role::Operator, MORNING))
    };
    assert!(return_("alasan").is_ok() && return_("ikut.0").is_ok());
    assert!(return_("klasifikasi").is_err() && return_("jenis").is_err());
}

#[test]
fn after_approval_it_is_too_late_to_withdraw() {
    let mut case = in_review();
    let snapshot = Snapshot { bytes: vec![1], hash: HASH };
    case.approve(IdentitySeen::KtpAtCounter, snapshot, stamp(RINI, Role::Operator, MORNING)).expect("approved");
    let siti = stamp(SITI, Role::Resident, MORNING);
    assert_eq!(case.withdraw(siti), Err(Refusal::Conflict(Code::TooLateToWithdraw)));
    assert_eq!(case.issue([8; 32], LetterId::from_u128(1), siti), Err(Refusal::Conflict(Code::SnapshotChanged)));
}

#[test]
fn who_is_taken_in_elsewhere_is_done_here_once_the_papers_have_gone_on() {
    let rini = stamp(RINI, Role::Operator, MORNING);
    let mut case = in_review();
    case.approve(IdentitySeen::KtpAtCounter, Snapshot { bytes: vec![1], hash: HASH }, rini).expect("approved");
    assert_eq!(case.arrive(rini), Err(Refusal::Conflict(Code::NotIssued)));
    case.issue(HASH, LetterId::from_u128(1), stamp(RINI, Role::Head, MORNING)).expect("issued");
    case.arrive(rini).expect("told");
    assert_eq!(case.state, State::Issued, "Dukcapil still has to get the papers");
    case.forward("471/12".into(), &OfficeHours::default(), rini).expect("forwarded");
    case.arrive(rini).expect("told");
    assert_eq!(case.state, State::Completed);
}

#[test]
fn while_dukcapil_has_the_papers_the_promise_stands_still() {
    let rini = stamp(RINI, Role::Operator, MORNING);
    let mut case = in_review();
    case.approve(IdentitySeen::KtpAtCounter, Snapshot { bytes: vec![1], hash: HASH }, rini).expect("approved");
    assert_eq!(case.receive_skpwni("SKPWNI/3578/1", rini), Err(Refusal::Conflict(Code::NotForwarded)));
    case.issue(HASH, LetterId::from_u128(1), stamp(RINI, Role::Head, MORNING)).expect("issued");
    assert!(case.is_promised(true) && !case.is_promised(false), "the office still has to pass the papers on, where they go on");
    assert_eq!(case.receive_skpwni("SKPWNI/3578/1", rini), Err(Refusal::Conflict(Code::NotForwarded)));
    assert_eq!(case.hand_over(true, rini), Err(Refusal::Conflict(Code::NotForwarded)), "it would be passed on by nobody");
    assert!(case.promise.is_some_and(|promise| !promise.is_paused()));
    case.forward("471/12".into(), &OfficeHours::default(), rini).expect("forwarded");
    assert!(case.promise.is_some_and(Promise::is_paused));
    case.receive_skpwni("SKPWNI/3578/1", rini).expect("received");
    assert_eq!((case.state, case.is_promised(true)), (State::Completed, false));
    case.receive_skpwni("SKPWNI/3578/2", rini).expect("mended");
    assert_eq!(case.state, State::Completed);
}

fn fields(problems: &Problems) -> Vec<&str> {
    problems.iter().map(|problem| problem.field.as_str()).collect()
}

fn submitted() -> Application {
    let mut case = draft(&valid());
    case.submit(skd(), &given(), Reference::from_number(9), &OfficeHours::default(), stamp(SITI, Role::Resident, MORNING)).expect("sent");
    case
}

fn in_review() -> Application {
    let mut case = submitted();
    case.claim(RINI, stamp(RINI, Role::Operator, MORNING)).expect("claimed");
    case
}

/// Valid answers, the same at each call.
fn valid() -> Answers {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let any = any_valid_answers(skd().form.clone(), given());
    any.new_tree(&mut TestRunner::deterministic()).expect("answers").current()
}
