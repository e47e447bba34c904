//! A period in which offices answer: who answers, who reviews, until when; and its state machine.

use serde::{Deserialize, Serialize};

use crate::access::{Code, Refusal};
use crate::domain::{AccountId, CampaignId, Day, Instant, OfficeCode, Version};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    pub id: CampaignId,
    pub version: Option<Version>,
    /// "Semester 2 tahun 2026"
    pub name: String,
    /// Which version of the questions; answers keep it for ever.
    pub instrument: String,
    pub opens: Day,
    /// The last day on which an office answers.
    pub closes: Day,
    pub state: CampaignState,
}

/// `Open -> Locked -> Published`; there is no way back, only a revision with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CampaignState {
    Open,
    /// Offices change nothing any more; reviewers finish.
    Locked,
    /// Everybody reads the results.
    Published {
        at: Instant,
    },
}

impl CampaignState {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Locked => "locked",
            Self::Published { .. } => "published",
        }
    }
}

/// An office that answers, and who reviews it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    pub office: OfficeCode,
    pub reviewer: AccountId,
}

impl Campaign {
    /// Whether an office changes its answers on this day. What was handed in before may be mended after the
    /// last day, until the campaign is locked.
    ///
    /// # Errors
    /// `Conflict(CampaignClosed)`.
    pub fn must_take_answers(&self, today: Day, was_submitted: bool) -> Result<(), Refusal> {
        if self.state == CampaignState::Open && (was_submitted || today <= self.closes) {
            Ok(())
        } else {
            Err(Refusal::Conflict(Code::CampaignClosed))
        }
    }

    /// Whether verdicts are given, and taken back.
    ///
    /// # Errors
    /// `Conflict(CampaignClosed)`.
    pub fn must_take_verdicts(&self) -> Result<(), Refusal> {
        if matches!(self.state, CampaignState::Published { .. }) { Err(Refusal::Conflict(Code::CampaignClosed)) } else { Ok(()) }
    }

    /// Whether an item goes back to its office, which can only mend it while the campaign is open.
    pub fn returns(&self) -> bool {
        self.state == CampaignState::Open
    }

    /// # Errors
    /// `Conflict(CampaignClosed)` unless it is open.
    pub fn lock(&mut self) -> Result<(), Refusal> {
        match self.state {
            CampaignState::Open => self.state = CampaignState::Locked,
            _ => return Err(Refusal::Conflict(Code::CampaignClosed)),
        }
        Ok(())
    }

    /// `waiting`: items of all offices that no reviewer has answered.
    ///
    /// # Errors
    /// `Conflict(ReviewOpen)` while some wait; `Conflict(CampaignClosed)` unless it is locked.
    pub fn publish(&mut self, waiting: u32, at: Instant) -> Result<(), Refusal> {
        match self.state {
            CampaignState::Locked if waiting > 0 => return Err(Refusal::Conflict(Code::ReviewOpen)),
            CampaignState::Locked => self.state = CampaignState::Published { at },
            _ => return Err(Refusal::Conflict(Code::CampaignClosed)),
        }
        Ok(())
    }
}

/// Somebody who reviews, and where they live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewer {
    pub account: AccountId,
    /// `None` until they have said it: before that they review nothing.
    pub home: Option<OfficeCode>,
}

impl Reviewer {
    /// Nobody reviews their own village or its kecamatan.
    pub fn may_review(&self, office: OfficeCode) -> bool {
        self.home.is_some_and(|home| home.kecamatan() != office.kecamatan())
    }
}

/// Shares the offices out: each to who may review it and has the fewest so far.
///
/// # Errors
/// The offices that nobody may review: nothing is shared out then.
pub fn assign(offices: &[OfficeCode], reviewers: &[Reviewer]) -> Result<Vec<Seat>, Vec<OfficeCode>> {
    let mut loads = vec![0_usize; reviewers.len()];
    let (mut seats, mut nobody) = (Vec::with_capacity(offices.len()), Vec::new());
    for office in offices {
        let able = reviewers.iter().zip(&mut loads).filter(|(reviewer, _)| reviewer.may_review(*office));
        match able.min_by_key(|(_, load)| **load) {
            Some((reviewer, load)) => {
                *load += 1;
                seats.push(Seat { office: *office, reviewer: reviewer.account });
            }
            None => nobody.push(*office),
        }
    }
    if nobody.is_empty() { Ok(seats) } else { Err(nobody) }
}

/// Who hears an objection: somebody else who may review the office. By the office's number, so that the
/// objections of a campaign go round.
pub fn second(office: OfficeCode, first: AccountId, reviewers: &[Reviewer]) -> Option<AccountId> {
    let able: Vec<_> = reviewers.iter().filter(|reviewer| reviewer.account != first && reviewer.may_review(office)).collect();
    let turn = usize::try_from(office.number()).unwrap_or_default().checked_rem(able.len())?;
    able.get(turn).map(|reviewer| reviewer.account)
}

/// Who hears the objections of an office that `first` reviews: whoever did so far, as long as they are somebody else
/// and may review it; else another one. Two different people hear of each objection then, and one of them at least is not
/// whom it is about.
pub fn hears(office: OfficeCode, first: AccountId, so_far: Option<AccountId>, reviewers: &[Reviewer]) -> Option<AccountId> {
    let may = |known: &AccountId| reviewers.iter().any(|reviewer| reviewer.account == *known && reviewer.may_review(office));
    so_far.filter(|known| *known != first && may(known)).or_else(|| second(office, first, reviewers))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn office(number: i64) -> OfficeCode {
        number.try_into().expect("a code")
    }

    const TAMANSARI: i64 = 3_510_242_008;
    const SOBO: i64 = 3_510_161_002;

    fn reviewer(account: u128, home: Option<i64>) -> Reviewer {
        Reviewer { account: AccountId::from_u128(account), home: home.map(office) }
    }

    fn campaign() -> Campaign {
        Campaign {
            id: CampaignId::from_u128(1),
            version: None,
            name: "Semester 2 tahun 2026".into(),
            instrument: "2016-13".into(),
            opens: Day::new(2026, 11, 1).expect("a day"),
            closes: Day::new(2026, 12, 12).expect("a day"),
            state: CampaignState::Open,
        }
    }

    #[test]
    fn every_office_gets_a_reviewer_of_another_kecamatan_or_nothing_is_shared_out() {
        let offices = [TAMANSARI, 3_510_242_001, SOBO].map(office);
        let [licin, banyuwangi, homeless] = [reviewer(1, Some(3_510_242_001)), reviewer(2, Some(SOBO)), reviewer(3, None)];
        let seats = assign(&offices, &[licin, banyuwangi, homeless]).expect("all have one");
        assert_eq!(seats.iter().map(|seat| seat.reviewer.as_u128()).collect::<Vec<_>>(), [2, 2, 1]);
        assert_eq!(assign(&offices, &[licin, homeless]), Err(offices[..2].to_vec()), "their own kecamatan");
        assert_eq!(assign(&offices, &[]), Err(offices.to_vec()));
    }

    #[test]
    fn offices_are_shared_evenly() {
        let offices: Vec<OfficeCode> = (1..=9).map(|number| office(3_510_092_000 + number)).collect();
        let reviewers = [reviewer(1, Some(SOBO)), reviewer(2, Some(SOBO)), reviewer(3, Some(TAMANSARI))];
        let seats = assign(&offices, &reviewers).expect("all have one");
        for reviewer in reviewers {
            assert_eq!(seats.iter().filter(|seat| seat.reviewer == reviewer.account).count(), 3);
        }
    }

    #[test]
    fn an_objection_is_heard_by_somebody_else_from_elsewhere() {
        let reviewers = [reviewer(1, Some(SOBO)), reviewer(2, Some(SOBO)), reviewer(3, Some(TAMANSARI))];
        assert_eq!(second(office(TAMANSARI), AccountId::from_u128(1), &reviewers), Some(AccountId::from_u128(2)));
        assert_eq!(second(office(SOBO), AccountId::from_u128(3), &reviewers), None);
        let [one, two, three] = [1, 2, 3].map(AccountId::from_u128);
        let heard = |first, so_far| hears(office(TAMANSARI), first, so_far, &reviewers);
        assert_eq!((heard(one, Some(two)), heard(one, None)), (Some(two), Some(two)), "it stays where it is");
        assert_eq!(heard(two, Some(two)), Some(one), "nobody hears what is said of themselves");
        assert_eq!(heard(one, Some(three)), Some(two), "they have moved there");
        assert_eq!(heard(one, Some(AccountId::from_u128(9))), Some(two), "they review no more");
    }

    /// What is asked of a campaign, or done with it.
    #[derive(Clone, Copy, Debug)]
    enum Step {
        /// On a day after the last one; handed in before.
        Answers(bool, bool),
        Verdicts,
        Lock,
        /// While so many items wait.
        Publish(u32),
    }

    const STEPS: [Step; 8] = [
        Step::Answers(false, false),
        Step::Answers(false, true),
        Step::Answers(true, false),
        Step::Answers(true, true),
        Step::Verdicts,
        Step::Lock,
        Step::Publish(0),
        Step::Publish(1),
    ];

    /// The table of security 12: where it leads, `None` where it is refused.
    fn leads_to(state: CampaignState, step: Step) -> Option<CampaignState> {
        use CampaignState::{Locked, Open, Published};
        match (state, step) {
            (Open, Step::Answers(late, before)) => (before || !late).then_some(state),
            (Open | Locked, Step::Verdicts) => Some(state),
            (Open, Step::Lock) => Some(Locked),
            (Locked, Step::Publish(0)) => Some(Published { at: Instant::from_micros(7) }),
            _ => None,
        }
    }

    fn taken(campaign: &mut Campaign, step: Step) -> Result<(), Refusal> {
        match step {
            Step::Answers(late, before) => campaign.must_take_answers(campaign.closes.plus_days(late.into()), before),
            Step::Verdicts => campaign.must_take_verdicts(),
            Step::Lock => campaign.lock(),
            Step::Publish(waiting) => campaign.publish(waiting, Instant::from_micros(7)),
        }
    }

    fn goes_by_the_table(campaign: &mut Campaign, step: Step) {
        let before = campaign.clone();
        let (outcome, expected) = (taken(campaign, step), leads_to(before.state, step));
        assert_eq!(outcome.is_ok(), expected.is_some(), "{step:?} in {:?}: {outcome:?}", before.state);
        assert_eq!(*campaign, Campaign { state: expected.unwrap_or(before.state), ..before });
        assert_eq!(campaign.returns(), campaign.state == CampaignState::Open, "what comes back can be mended");
    }

    #[test]
    fn in_every_state_of_a_campaign_every_step_is_what_the_table_says() {
        for state in [CampaignState::Open, CampaignState::Locked, CampaignState::Published { at: Instant::from_micros(7) }] {
            for step in STEPS {
                goes_by_the_table(&mut Campaign { state, ..campaign() }, step);
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_is_tried_in_whatever_order(steps in prop::collection::vec(0..STEPS.len(), 1..40)) {
            let mut campaign = campaign();
            steps.into_iter().for_each(|step| goes_by_the_table(&mut campaign, STEPS[step]));
        }
    }

    #[test]
    fn a_campaign_goes_one_way() {
        let closed = Err(Refusal::Conflict(Code::CampaignClosed));
        let (at, last) = (Instant::from_micros(7), Day::new(2026, 12, 12).expect("a day"));
        let mut open = campaign();
        assert_eq!(open.must_take_answers(last, false), Ok(()));
        assert_eq!(open.must_take_answers(last.plus_days(1), false), closed, "the day is over");
        assert_eq!(open.must_take_answers(last.plus_days(1), true), Ok(()), "what was handed in may be mended");
        assert_eq!(open.publish(0, at), closed, "it was not locked");
        assert_eq!(open.lock(), Ok(()));
        assert_eq!(open.must_take_answers(last, true), closed);
        assert_eq!((open.lock(), open.must_take_verdicts()), (closed.clone(), Ok(())));
        assert_eq!(open.publish(1, at), Err(Refusal::Conflict(Code::ReviewOpen)));
        assert_eq!(open.publish(0, at), Ok(()));
        assert_eq!((open.publish(0, at), open.must_take_verdicts()), (closed.clone(), closed));
    }
}
