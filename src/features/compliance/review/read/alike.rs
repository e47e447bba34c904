//! Photos that look like those of an answer: shown side by side, to the reviewer alone.

use crate::access::Refusal;
use crate::domain::{BlobId, CampaignId};
use crate::features::compliance::review::desk::{Desk, LANG};
use crate::features::compliance::review::views::AlikeView;
use crate::features::compliance::{Answer, Campaign, Happened, Instrument, PhotoMark, store};
use crate::features::offices::gazetteer;
use crate::server::sandbox::SIDES;

fn sent_again(happened: &Happened) -> Option<BlobId> {
    match happened {
        Happened::PhotoAgain(of) => Some(*of),
        _ => None,
    }
}

pub struct Alike {
    own: Vec<PhotoMark>,
    others: Vec<PhotoMark>,
    /// Whose very file was sent, each once.
    again: Vec<BlobId>,
    campaigns: Vec<Campaign>,
}

impl Alike {
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn of(desk: &Desk, answer: &Answer) -> Result<Self, Refusal> {
        let photos: Vec<BlobId> = answer.evidence.iter().map(|photo| photo.id).collect();
        let own = store::marks(desk.db(), &photos).await?;
        let mut again: Vec<BlobId> = answer.history.iter().filter_map(|event| sent_again(&event.what)).collect();
        again.sort();
        again.dedup();
        let others: Vec<BlobId> = own.iter().flat_map(|mark| mark.alike.iter().map(|(id, _)| *id)).chain(again.clone()).collect();
        let others = store::marks(desk.db(), &others).await?;
        Ok(Self { own, others, again, campaigns: store::campaigns(desk.db()).await? })
    }

    /// Photos that were evidence already when this one came. One that was taken away since is left out.
    pub fn views(&self, photo: BlobId) -> Vec<AlikeView> {
        let alike = self.own.iter().find(|mark| mark.id == photo).map(|mark| &mark.alike[..]).unwrap_or_default();
        let like = |percent: u8| ("Mirip dengan".to_owned(), [" (", &percent.to_string(), " %)"].concat());
        alike.iter().filter_map(|(id, percent)| self.view(*id, like(*percent))).collect()
    }

    /// Photos of which the very file was sent here; none of one that was taken away since.
    pub fn again(&self) -> Vec<AlikeView> {
        self.again.iter().filter_map(|id| self.view(*id, ("Berkas yang sama dengan".to_owned(), String::new()))).collect()
    }

    fn view(&self, photo: BlobId, (before, behind): (String, String)) -> Option<AlikeView> {
        let mark = self.others.iter().find(|mark| mark.id == photo)?;
        let office = gazetteer().by_code(mark.office)?;
        let file = |side: u32| ["/m/kepatuhan/", office.slug, "/", &mark.id.to_string(), "/", &side.to_string(), ".webp"].concat();
        let (item, campaign) = self.named(mark.campaign, &mark.item);
        let words = [&before, " foto ", &office.full_title(), ", ", &item, ", ", campaign, &behind].concat();
        Some(AlikeView { words, src: file(SIDES[0]), whole: file(SIDES[2]) })
    }

    fn named(&self, campaign: CampaignId, item: &str) -> (String, &str) {
        let campaign = self.campaigns.iter().find(|known| known.id == campaign);
        let instrument = campaign.and_then(|campaign| Instrument::known(&campaign.instrument).ok());
        let name = instrument.and_then(|instrument| instrument.item(item)).map(|item| item.name.in_lang(LANG).to_owned());
        (name.unwrap_or_else(|| item.to_owned()), campaign.map(|campaign| campaign.name.as_str()).unwrap_or_default())
    }
}
