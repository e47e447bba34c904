//! The policy against the table that a person wrote.

use crate::access::{ActName, Decision, Role};
use crate::domain::{AccountId, Instant};
use crate::features::applications::{Application, Channel, Lease, NewCase, Stamp, State, decide};
use crate::forms::Answers;
use crate::server::testing::policies::{SELF, of_role};

const TABLE: &str = include_str!("policy.txt");
const OTHER: AccountId = AccountId::from_u128(2);

/// Everything on which a cell may depend.
#[derive(Clone, Copy, Debug)]
struct Facts {
    own: bool,
    counter: bool,
    held: bool,
    second_person: bool,
    stepped_up: bool,
    to_sign: bool,
}

fn every_fact() -> impl Iterator<Item = Facts> {
    (0..64).map(|bits| Facts {
        own: bits & 1 > 0,
        counter: bits & 2 > 0,
        held: bits & 4 > 0,
        second_person: bits & 8 > 0,
        stepped_up: bits & 16 > 0,
        to_sign: bits & 32 > 0,
    })
}

fn case(facts: Facts) -> Application {
    let stamp = Stamp { by: None, role: Role::Resident, now: Instant::from_micros(0) };
    let new = NewCase {
        id: crate::domain::ApplicationId::from_u128(7),
        office: 3_510_242_008.try_into().expect("a code"),
        owner: if facts.own { SELF } else { OTHER },
        service: "sku".parse().expect("a code"),
        schema_version: 1,
        channel: if facts.counter { Channel::Counter } else { Channel::Phone },
        answers: Answers::EMPTY,
    };
    let (mut case, _) = Application::start(new, stamp);
    case.state = if facts.to_sign { State::AwaitingSignature } else { State::InReview };
    case.lease = Some(Lease::from(if facts.held { SELF } else { OTHER }, stamp.now));
    case.last_step_by = Some(if facts.second_person { OTHER } else { SELF });
    case
}

/// What a cell says. Whoever is not signed in and works nowhere is nobody's second person.
fn expected(cell: &str, facts: Facts) -> Decision {
    let met = cell.chars().all(|mark| match mark {
        'o' => facts.own,
        'c' => facts.counter,
        // What waits for the signature is in no officer's hands any more.
        'a' => facts.held && !facts.to_sign,
        '4' => facts.second_person,
        'w' => facts.to_sign,
        'f' | 's' => true,
        _ => false,
    });
    match met {
        true if cell.contains('s') && !facts.stepped_up => Decision::StepUp,
        true => Decision::Allow,
        false => Decision::Deny,
    }
}

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_whitespace().collect())
}

#[test]
fn every_cell_of_the_table_is_what_the_policy_says() {
    for row in rows() {
        let act = ActName::ALL.iter().copied().find(|act| act.code() == row[0]).expect("a known act");
        assert_eq!(row.len(), 1 + Role::ALL.len(), "{}", row[0]);
        for (role, cell) in Role::ALL.into_iter().zip(&row[1..]) {
            for facts in every_fact() {
                let said = decide(&of_role(role, facts.stepped_up), act, &case(facts));
                assert_eq!(said, expected(cell, facts), "{} by {} {facts:?}", row[0], role.code());
            }
        }
    }
}

#[test]
fn every_act_on_a_case_has_its_row_and_any_other_is_denied() {
    for act in ActName::ALL.iter().copied() {
        let listed = rows().any(|row| row[0] == act.code());
        assert!(listed || !act.code().starts_with("applications."), "{} has no row", act.code());
        for (role, facts) in Role::ALL.into_iter().flat_map(|role| every_fact().map(move |facts| (role, facts))) {
            assert!(listed || decide(&of_role(role, facts.stepped_up), act, &case(facts)) == Decision::Deny, "{}", act.code());
        }
    }
}
