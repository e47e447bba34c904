//! Who looks, at which office, and what that office has answered.

use std::ops::Deref;

use crate::access::{ActName, Actor, Decision, Refusal, Role};
use crate::domain::{AccountId, Day, Lang, OfficeCode, OfficeKind};
pub use crate::features::accounts::office_of;
use crate::features::accounts::{self, OfficeDesk};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::{Answer, Assessment, Before, Campaign, Instrument, Item, LiveFigure, Plan, living};
use crate::features::offices::gazetteer;
use crate::server::db::{Db, OfficeScope};
use crate::ui::Frame;

pub(super) const LANG: Lang = OfficeDesk::LANG;

/// The newest campaign in which the office answers.
pub struct Round {
    pub campaign: Campaign,
    pub instrument: &'static Instrument,
    pub assessment: Assessment,
    pub standing: Standing,
}

pub struct Desk(OfficeDesk);

impl Deref for Desk {
    type Target = OfficeDesk;

    fn deref(&self) -> &OfficeDesk {
        &self.0
    }
}

impl Desk {
    /// # Errors
    /// As [`OfficeDesk::asked`].
    pub fn asked() -> Result<Self, Refusal> {
        OfficeDesk::asked().map(Self)
    }

    /// # Errors
    /// As [`OfficeDesk::of`].
    pub fn of(db: Db, actor: Actor, frame: Frame) -> Result<Self, Refusal> {
        OfficeDesk::of(db, actor, frame).map(Self)
    }

    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn round(&self) -> Result<Option<Round>, Refusal> {
        round(self.db(), self.actor(), self.office()).await
    }

    /// What the system itself says of the office now.
    ///
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn figures(&self) -> Result<Vec<LiveFigure>, Refusal> {
        living(&*self.scope().await?, self.now()).await
    }

    /// What the office undertakes.
    ///
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn plans(&self, round: &Round) -> Result<Vec<Plan>, Refusal> {
        store::plans(&*self.scope().await?, round.campaign.id).await
    }

    /// What the office answered in the campaign before, once everybody reads what came of it.
    ///
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn before(&self, round: &Round) -> Result<Option<Before>, Refusal> {
        let scope = self.scope().await?;
        let Some(campaign) = store::campaign_before(&scope, self.office(), round.campaign.id).await? else { return Ok(None) };
        let assessment = store::assessment(&scope, campaign.id, Instrument::known(&campaign.instrument)?).await?;
        Ok(Some(Before { campaign, assessment }))
    }

    /// With how many items wait for the office beside its entry of the rail.
    pub fn frame(&self, round: Option<&Round>) -> Frame {
        let mut frame = self.0.frame();
        frame.counts.review = round.map_or(0, |round| round.assessment.progress().returned);
        frame
    }

    pub fn kind(&self) -> OfficeKind {
        gazetteer().by_code(self.office()).map_or(OfficeKind::Desa, |office| office.kind)
    }

    /// No act of an office asks who reviews it.
    pub fn may(&self, act: ActName) -> bool {
        policy::decide(self.actor(), act, Facts::default()) == Decision::Allow
    }

    /// "Kepala desa", "Lurah".
    pub fn head(&self) -> &'static str {
        accounts::role_name(Role::Head, self.actor().unit())
    }

    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn names(&self, of: &[AccountId]) -> Result<Names, Refusal> {
        accounts::names(self.db(), of).await.map(Names)
    }
}

/// Who is called what.
pub struct Names(Vec<(AccountId, String)>);

impl Names {
    pub fn of<'a>(&'a self, account: AccountId, unknown: &'a str) -> &'a str {
        self.0.iter().find(|(known, _)| *known == account).map_or(unknown, |(_, name)| name)
    }
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn round(db: &Db, actor: &Actor, office: OfficeCode) -> Result<Option<Round>, Refusal> {
    let Some(campaign) = store::campaign_of_office(db, office).await?.into_iter().next() else { return Ok(None) };
    let standing = store::seat_known(db, campaign.id, office).await?;
    let instrument = Instrument::known(&campaign.instrument)?;
    let assessment = store::assessment(&*OfficeScope::open(db, actor).await?, campaign.id, instrument).await?;
    Ok(Some(Round { campaign, instrument, assessment, standing }))
}

impl Round {
    /// What is asked with what was answered, each with its number.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Item, &Answer)> {
        self.instrument.asked().zip(&self.assessment.answers).zip(1..).map(|((item, answer), number)| (number, item, answer))
    }

    /// Whether the office changes its answers on this day.
    pub fn is_open(&self, today: Day) -> bool {
        self.campaign.must_take_answers(today, self.assessment.was_submitted()).is_ok()
    }
}
