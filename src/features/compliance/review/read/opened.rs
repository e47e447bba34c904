use super::{chosen, is_public};
use crate::access::{ActName, Decision, Refusal};
use crate::domain::AccountId;
use crate::features::accounts;
use crate::features::compliance::policy::{Facts, judges};
use crate::features::compliance::review::desk::Desk;
use crate::features::compliance::review::views::{FormView, VerdictForm};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Answer, Assessment, Campaign, Instrument, Mark, Stage};
use crate::features::offices::{Office, gazetteer};
use crate::forms::Choice;

/// An office in a campaign, as somebody of the regency opens it.
pub struct Opened {
    pub office: &'static Office,
    pub campaign: Campaign,
    /// The office's campaign before this one.
    pub before: Option<Campaign>,
    pub instrument: &'static Instrument,
    pub seat: Standing,
    pub assessment: Assessment,
    /// Of the office as a whole: they may have but its objections.
    pub facts: Facts,
    account: AccountId,
    /// Whether the one who looks has said where they live.
    pub at_home: bool,
}

impl Opened {
    /// # Errors
    /// `NotFound` for an office that is in no campaign; `Busy` or `Internal` of the database.
    pub async fn of(desk: &Desk, slug: &str, asked: &str) -> Result<Self, Refusal> {
        let office = gazetteer().by_slug(slug).ok_or(Refusal::NotFound)?;
        let theirs = store::campaign_of_office(desk.db(), office.code).await?;
        let (campaign, before) = match chosen(&theirs, asked) {
            Ok(Some(campaign)) => {
                let older = theirs.iter().skip_while(|other| other.id != campaign.id).nth(1);
                (campaign.clone(), older.cloned())
            }
            // One that is older than those two.
            _ => (store::campaign_known(desk.db(), asked.parse().map_err(|_| Refusal::NotFound)?).await?, None),
        };
        let seat = store::seat_known(desk.db(), campaign.id, office.code).await?;
        let instrument = Instrument::known(&campaign.instrument)?;
        let given = store::assessment_of(&desk.scope().await?, campaign.id, office.code).await?;
        let assessment = given.unwrap_or_else(|| Assessment::new(campaign.id, instrument));
        let account = desk.actor().account().ok_or(Refusal::SignIn)?;
        let reviewer = store::home_of(desk.db(), &[account]).await?.first().copied();
        let both: Vec<AccountId> = std::iter::once(seat.reviewer).chain(seat.second).collect();
        let facts = Facts::of(Some(account), &both, reviewer, office.code);
        let at_home = reviewer.is_some_and(|reviewer| reviewer.home.is_some());
        Ok(Self { office, campaign, before, instrument, seat, assessment, facts, account, at_home })
    }

    /// What the one who looks may do with an item.
    fn decide(&self, desk: &Desk, act: ActName, answer: &Answer) -> Decision {
        let judges = judges(act, self.seat.reviewer, self.seat.second, Some(answer));
        desk.decide(act, Facts { assigned: judges.contains(&self.account), ..self.facts })
    }

    fn may(&self, desk: &Desk, act: ActName, answer: &Answer) -> bool {
        self.decide(desk, act, answer) == Decision::Allow
    }

    /// Whether they note what is seen at the office, of an item at least.
    pub fn visits(&self, desk: &Desk) -> bool {
        self.takes_verdicts() && self.assessment.answers.iter().any(|answer| self.may(desk, ActName::VisitItem, answer))
    }

    /// Whether verdicts are still given.
    pub const fn takes_verdicts(&self) -> bool {
        !is_public(&self.campaign)
    }

    /// What the one who looks can do with an item: a button that can only fail is no button.
    pub fn form(&self, desk: &Desk, answer: &Answer, page: &str) -> Option<VerdictForm> {
        let me = desk.actor().account()?;
        if !self.takes_verdicts() {
            answer.accepted()?;
            let form = self.filled(desk, answer, &SCORES);
            return match self.decide(desk, ActName::ReviseVerdict, answer) {
                Decision::Allow => Some(VerdictForm::Revise(form)),
                Decision::StepUp => Some(VerdictForm::ShowFactor(desk.with_factor(page), form)),
                Decision::Deny => None,
            };
        }
        if waits_for(answer, &self.seat, me) && self.may(desk, ActName::JudgeItem, answer) {
            return Some(VerdictForm::Judge(self.filled(desk, answer, if self.campaign.returns() { &VERDICTS } else { &VERDICTS[..3] })));
        }
        let undone = answer.clone().undo(Mark { by: me, at: desk.now() });
        (undone.is_ok() && self.may(desk, ActName::UndoVerdict, answer)).then(|| VerdictForm::Undo(self.filled(desk, answer, &[])))
    }

    pub fn visit_form(&self, desk: &Desk, answer: &Answer) -> Option<FormView> {
        let can = self.takes_verdicts() && answer.accepted().is_some() && self.may(desk, ActName::VisitItem, answer);
        can.then(|| self.filled(desk, answer, &SCORES))
    }

    fn filled(&self, desk: &Desk, answer: &Answer, choices: &[(&str, &str)]) -> FormView {
        let hidden = [
            ("_kantor", self.office.slug.to_owned()),
            ("_kampanye", self.campaign.id.to_string()),
            ("_butir", answer.item.clone()),
            ("_seen", answer.version.0.to_string()),
        ];
        let choice = |(code, label): &(&str, &str)| Choice { code: (*code).to_owned(), label: (*label).to_owned(), of: None };
        FormView {
            hidden: hidden.map(|(name, value)| (name.to_owned(), value)).to_vec(),
            key: desk.key(),
            choices: choices.iter().map(choice).collect(),
        }
    }
}

const VERDICTS: [(&str, &str); 4] =
    [("2", "Terpenuhi (2)"), ("1", "Sebagian (1)"), ("0", "Tidak (0)"), ("perlu_bukti", "Perlu bukti: kembalikan ke kantor")];
const SCORES: [(&str, &str); 3] = [("2", "Terpenuhi (2)"), ("1", "Sebagian (1)"), ("0", "Tidak (0)")];

/// Whether an answer waits for this person: what was submitted for the office's reviewer, an objection for
/// whoever did not give the verdict.
pub fn waits_for(answer: &Answer, seat: &Standing, me: AccountId) -> bool {
    match answer.stage {
        Stage::Submitted => seat.reviewer == me,
        Stage::Objected { by, .. } => by != me && (seat.reviewer == me || seat.second == Some(me)),
        _ => false,
    }
}

/// The next item that waits for this person, from `after` on and round again.
pub fn next_item<'a>(assessment: &'a Assessment, seat: &Standing, me: AccountId, after: &str) -> Option<&'a str> {
    let at = assessment.answers.iter().position(|answer| answer.item == after).map_or(0, |at| at + 1);
    let (before, behind) = assessment.answers.split_at(at);
    behind.iter().chain(before).find(|answer| waits_for(answer, seat, me)).map(|answer| answer.item.as_str())
}

/// Names of people, by account.
pub struct Names(Vec<(AccountId, String)>);

impl Names {
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn of(desk: &Desk, accounts: &[AccountId]) -> Result<Self, Refusal> {
        accounts::names(desk.db(), accounts).await.map(Self)
    }

    pub fn name(&self, account: AccountId) -> &str {
        self.0.iter().find(|(known, _)| *known == account).map_or("petugas", |(_, name)| name)
    }
}
