//! What a seller learns of visitors: how many, and by which words; nothing of anybody.

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
    let [seen, ordered] = [|week: &Week| week.seen, |week: &Week| week.orders].map(|of| counted.iter().map(of).sum::<u64>());
    let lede = if seen + ordered == 0 {
        words.nobody_looked.to_owned()
    } else {
        words.looked.replace('#', &seen.to_string()).replace('%', &ordered.to_string())
    };
    Ok(StatsView {
        title: words.stats.to_owned(),
        lede,
        weeks: if seen + ordered == 0 { Vec::new() } else { counted.iter().map(|week| week_view(own, week)).collect() },
        heads: words.stats_heads.map(str::to_owned),
        table: words.stats_table.to_owned(),
        found: words.found_by.to_owned(),
        leads,
    })
}

fn week_view(own: &Own, week: &Week) -> WeekView {
    let Week { first, seen, orders } = *week;
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    WeekView { first: first.in_words(own.lang), short: short(first), seen: number(seen), orders: number(orders) }
}

/// "23/11"
fn short(day: Day) -> String {
    [&day.day().to_string(), "/", &day.month().to_string()].concat()
}
