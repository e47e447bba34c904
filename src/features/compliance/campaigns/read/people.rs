//! The reviewers of a campaign, and its offices that have none.

use super::list::home;
use super::page_of;
use crate::access::{ActName, Decision, Refusal};
use crate::domain::AccountId;
use crate::features::accounts;
use crate::features::compliance::campaigns::figures::{self, Orphaned, orphaned};
use crate::features::compliance::campaigns::views::{GiveView, OrphanRow, ReviewerLine};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::{Desk, item_page};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Campaign, Reviewer};
use crate::features::offices::gazetteer;
use crate::forms::Choice;
use crate::ui::way;

/// Who reviews at present, who has an office besides, and what they are called.
pub struct People {
    pub present: Vec<Reviewer>,
    gone: Vec<AccountId>,
    names: Vec<(AccountId, String)>,
}

impl People {
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn of(desk: &Desk, seats: &[Standing]) -> Result<Self, Refusal> {
        let mut names = accounts::reviewers(desk.db()).await?;
        let present: Vec<AccountId> = names.iter().map(|(account, _)| *account).collect();
        let mut gone: Vec<AccountId> = seats.iter().map(|seat| seat.reviewer).filter(|account| !present.contains(account)).collect();
        gone.sort();
        gone.dedup();
        let heard = seats.iter().filter_map(|seat| seat.second).filter(|account| !present.contains(account));
        names.extend(accounts::names(desk.db(), &gone.iter().copied().chain(heard).collect::<Vec<_>>()).await?);
        Ok(Self { present: store::home_of(desk.db(), &present).await?, gone, names })
    }

    pub fn name(&self, account: AccountId) -> &str {
        self.names.iter().find(|(known, _)| *known == account).map_or("Pemeriksa", |(_, name)| name)
    }

    /// What each has, and how they judge.
    pub fn lines(&self, seats: &[Standing]) -> Vec<ReviewerLine> {
        let here = self.present.iter().map(|reviewer| (reviewer.account, home(reviewer)));
        let gone = self.gone.iter().map(|account| (*account, "tidak bertugas lagi".to_owned()));
        here.chain(gone).map(|(account, home)| self.line(seats, account, home)).collect()
    }

    fn line(&self, seats: &[Standing], account: AccountId, home: String) -> ReviewerLine {
        let theirs: Vec<&Standing> = seats.iter().filter(|seat| seat.reviewer == account).collect();
        let counts = figures::of_verdicts(theirs.iter().copied());
        let judged: u32 = counts.iter().sum();
        let share = |at: usize| [&figures::percent(counts[at], judged).to_string(), " %"].concat();
        let ((own, weighed), looks) = (figures::agreed(theirs.iter().copied()), figures::looks(theirs.iter().copied()));
        ReviewerLine {
            name: self.name(account).to_owned(),
            home,
            offices: figures::count(theirs.iter().copied(), |_| true),
            waiting: theirs.iter().map(|seat| seat.waiting).sum(),
            judged,
            shares: if judged == 0 { "–".to_owned() } else { [2, 1, 0].map(share).join(", ") },
            own: if weighed == 0 { "–".to_owned() } else { [&figures::percent(own, weighed).to_string(), " %"].concat() },
            again: if looks.looked == 0 {
                "–".to_owned()
            } else {
                [&looks.same.to_string(), " dari ", &looks.looked.to_string()].concat()
            },
        }
    }

    /// Offices without anybody who may review them.
    pub fn orphans(&self, seats: &[Standing]) -> Vec<OrphanRow> {
        let row = |seat: &Standing| {
            let who = self.name(seat.reviewer);
            let why = match orphaned(seat, &self.present)? {
                Orphaned::Gone => [who, " tidak bertugas lagi"].concat(),
                Orphaned::Homeless => [who, " belum mengisi desa tempat tinggal"].concat(),
                Orphaned::Neighbour => [who, " tinggal di kecamatan yang sama"].concat(),
                Orphaned::Unheard => {
                    let second = seat.second.map(|second| self.name(second)).unwrap_or_default();
                    [second, " tidak bisa memutus keberatannya lagi: simpan lagi pemeriksa kantor ini"].concat()
                }
            };
            let office = gazetteer().by_code(seat.office)?;
            Some(OrphanRow { way: way(item_page(office.slug, "", seat.campaign), office.full_title()), why })
        };
        seats.iter().filter_map(row).collect()
    }

    /// To give an office to somebody else: those without anybody first.
    pub fn give(&self, desk: &Desk, campaign: &Campaign, seats: &[Standing]) -> Option<GiveView> {
        let may = desk.decide(ActName::ReassignOffice, Facts::default());
        if may == Decision::Deny || campaign.must_take_verdicts().is_err() {
            return None;
        }
        let mut sorted: Vec<(bool, &Standing)> = seats.iter().map(|seat| (orphaned(seat, &self.present).is_none(), seat)).collect();
        sorted.sort_by_key(|(has_one, _)| *has_one);
        let office = |(has_one, seat): (bool, &Standing)| {
            let office = gazetteer().by_code(seat.office)?;
            let label = if has_one { office.full_title() } else { [&office.full_title(), ", tanpa pemeriksa"].concat() };
            Some(Choice { code: office.slug.to_owned(), label, of: None })
        };
        let reviewer = |reviewer: &Reviewer| Choice {
            code: reviewer.account.to_string(),
            label: [self.name(reviewer.account), ", tinggal di ", &home(reviewer)].concat(),
            of: None,
        };
        Some(GiveView {
            step_up: (may == Decision::StepUp).then(|| desk.with_factor(&page_of(campaign.id))),
            offices: sorted.into_iter().filter_map(office).collect(),
            reviewers: self.present.iter().filter(|reviewer| reviewer.home.is_some()).map(reviewer).collect(),
            key: desk.key(),
        })
    }
}
