//! What a seller learns of visitors: how many, and by which words; nothing of anybody.

use std::ops::Range;

use super::read::Own;
use super::views::{StatsView, WeekView};
use crate::access::Refusal;
use crate::domain::{Day, ListingId};
use crate::features::catalogue::store;
use crate::features::catalogue::weeks::{Week, begin, weeks};
use crate::server::db::Scope;

/// Of one product, or of all of a shop.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn stats(own: &Own, scope: &Scope<'_>, products: &[ListingId]) -> Result<StatsView, Refusal> {
    let (today, words) = (own.today(), own.words);
    let first = begin(today);
    let (looks, orders) = (store::looks(scope, products, first).await?, store::clicks(scope, products, first).await?);
    let leads = store::leads(scope, products, first).await?;
    let counted = weeks(today, &looks, &orders);
    let within = |week: &Week| most(&leads, week.first..Day::from_number(week.first.number() + 7), 2);
    let [seen, ordered] = [|week: &Week| week.seen, |week: &Week| week.orders].map(|of| counted.iter().map(of).sum::<u64>());
    let lede = if seen + ordered == 0 {
        words.nobody_looked.to_owned()
    } else {
        words.looked.replace('#', &seen.to_string()).replace('%', &ordered.to_string())
    };
    Ok(StatsView {
        title: words.stats.to_owned(),
        lede,
        weeks: if seen + ordered == 0 { Vec::new() } else { counted.iter().map(|week| week_view(own, week, &within(week))).collect() },
        heads: words.stats_heads.map(str::to_owned),
        table: words.stats_table.to_owned(),
        found: words.found_by.to_owned(),
        leads: most(&leads, first..Day::LAST, 5),
    })
}

/// Words by which products were found on some days, the most frequent first.
fn most(leads: &[(String, Vec<(Day, u64)>)], days: Range<Day>, at_most: usize) -> Vec<(String, u64)> {
    let times = |counted: &[(Day, u64)]| counted.iter().filter(|(day, _)| days.contains(day)).map(|(_, times)| times).sum::<u64>();
    let mut found: Vec<_> = leads.iter().map(|(words, counted)| (words.clone(), times(counted))).filter(|(_, times)| *times > 0).collect();
    found.sort_by(|(one, more), (other, less)| less.cmp(more).then_with(|| one.cmp(other)));
    found.truncate(at_most);
    found
}

fn week_view(own: &Own, week: &Week, found: &[(String, u64)]) -> WeekView {
    let Week { first, seen, orders } = *week;
    let words = found.iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>().join(", ");
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    WeekView { first: first.in_words(own.lang), short: short(first), seen: number(seen), orders: number(orders), words }
}

/// "23/11"
fn short(day: Day) -> String {
    [&day.day().to_string(), "/", &day.month().to_string()].concat()
}
