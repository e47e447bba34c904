//! Results of one office over several periods, each judged by the version of its own time; items are followed from
//! the newest version back through the maps.

use super::figures::{EarlierView, TrendRow, TrendView};
use super::read::hundredths;
use super::time_words;
use crate::access::Refusal;
use crate::domain::Lang;
use crate::features::compliance::store::Standing;
use crate::features::compliance::versions::carried;
use crate::features::compliance::{Campaign, Instrument, Item, Outcome, Score};
use crate::text::ReviewWords;

/// Periods side by side.
const PERIODS: usize = 6;

/// What verdicts come to, by the version with which they were given.
pub fn outcome_of(instrument: &Instrument, verdicts: &str) -> Outcome {
    instrument.outcome(|code| verdict(instrument, verdicts, code))
}

/// The verdict on an item; nothing where it was not asked, or not judged.
fn verdict(instrument: &Instrument, verdicts: &str, code: &str) -> Option<Score> {
    let at = instrument.asked().position(|item| item.code == code)?;
    Score::parse(&verdicts.chars().nth(at)?.to_string())
}

/// Class and value of each period, the newest first; nothing of a first one.
///
/// # Errors
/// `NotFound` for a version that nobody knows.
pub fn earlier(reached: &[(Campaign, Standing)]) -> Result<Vec<EarlierView>, Refusal> {
    if reached.len() < 2 {
        return Ok(Vec::new());
    }
    let was = |(campaign, seat): &(Campaign, Standing)| {
        let outcome = outcome_of(Instrument::known(&campaign.instrument)?, &seat.verdicts);
        Ok(EarlierView { campaign: campaign.name.clone(), class: outcome.class.name().to_owned(), value: hundredths(outcome.value) })
    };
    reached.iter().map(was).collect()
}

/// Each item of the newest version in each period, the newest first; nothing of a first one.
///
/// # Errors
/// `NotFound` for a version that nobody knows.
pub fn trend(reached: &[(Campaign, Standing)], review: &ReviewWords, lang: Lang) -> Result<Option<TrendView>, Refusal> {
    let (Some((newest, _)), true) = (reached.first(), reached.len() > 1) else { return Ok(None) };
    let words = time_words::words(lang);
    let instrument = Instrument::known(&newest.instrument)?;
    let periods = &reached[..reached.len().min(PERIODS)];
    let row = |item: &Item| TrendRow {
        item: item.name.in_lang(lang).to_owned(),
        cells: periods.iter().map(|period| cell(instrument, item, period, review)).collect(),
    };
    Ok(Some(TrendView {
        title: words.items.to_owned(),
        hint: words.items_hint.to_owned(),
        heads: std::iter::once(words.item.to_owned()).chain(periods.iter().map(|(campaign, _)| campaign.name.clone())).collect(),
        rows: instrument.asked().map(row).collect(),
    }))
}

fn cell(newest: &Instrument, item: &Item, (campaign, seat): &(Campaign, Standing), words: &ReviewWords) -> String {
    let was = || {
        let code = carried(&newest.code, &item.code, &campaign.instrument)?;
        verdict(Instrument::known(&campaign.instrument).ok()?, &seat.verdicts, &code)
    };
    was().map_or_else(|| "–".to_owned(), |value| words.values[value as usize].to_owned())
}
