use leptos::prelude::*;

use crate::features::catalogue::seller::{StatsView, WeekView};

/// Eight weeks as bars with their numbers, and the same as a table.
pub fn weeks_view(stats: StatsView) -> AnyView {
    let heading = view! { <h2>{stats.title}</h2> <p>{stats.lede.clone()}</p> };
    if stats.weeks.is_empty() {
        return view! { <section class="sheet flow">{heading}</section> }.into_any();
    }
    let [week, seen, orders, words] = stats.heads;
    let heads = [seen.clone(), orders.clone(), words.clone()];
    let row = |week: &WeekView| {
        let [seen, orders, words] = heads.clone();
        view! { <tr><th scope="row">{week.first.clone()}</th><td data-th=seen><span>{week.seen}</span></td><td data-th=orders><span>{week.orders}</span></td><td data-th=words><span>{week.words.clone()}</span></td></tr> }
    };
    let rows = stats.weeks.iter().map(row).collect_view();
    let leads = (!stats.leads.is_empty()).then(|| {
        let line = |(words, times): (String, u64)| view! { <div><dt>{words}</dt><dd>{times}</dd></div> };
        view! { <h3>{stats.found}</h3> <dl class="kv">{stats.leads.into_iter().map(line).collect_view()}</dl> }.into_any()
    });
    view! {
        <section class="sheet flow">
            {heading}
            <p class="legend-row chart">
                <span><svg viewBox="0 0 16 16" aria-hidden="true"><path class="maju" d="M0 0h16v16H0z"/></svg>{seen.clone()}</span>
                <span><svg viewBox="0 0 16 16" aria-hidden="true"><path class="berkembang" d="M0 0h16v16H0z"/></svg>{orders.clone()}</span>
            </p>
            {bars_view(&stats.weeks, stats.lede)}
            <details>
                <summary class="row"><span class="in"><b>{stats.table}</b></span></summary>
                <table class="t">
                    <thead><tr><th scope="col">{week}</th><th scope="col">{seen}</th><th scope="col">{orders}</th><th scope="col">{words}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
            {leads}
        </section>
    }
    .into_any()
}

/// 40 units a week; the highest bar is 88 high and stands on 104.
fn bars_view(weeks: &[WeekView], says: String) -> AnyView {
    let most = weeks.iter().map(|week| week.seen.max(week.orders)).max().unwrap_or_default().max(1);
    let height = |count: u32| 88 * count / most;
    let bar = |(left, week): (u32, &WeekView)| {
        let one = |class: &'static str, x: u32, count: u32| {
            let (top, x_text) = (104 - height(count), x + 8);
            let number = (count > 0).then(|| view! { <text x=x_text y={top - 4} text-anchor="middle">{count}</text> }.into_any());
            view! { <rect class=class x=x y=top width="14" height=height(count)/> {number} }.into_any()
        };
        view! {
            {one("maju", left + 3, week.seen)}
            {one("berkembang", left + 21, week.orders)}
            <text x={left + 20} y="120" text-anchor="middle">{week.short.clone()}</text>
        }
        .into_any()
    };
    view! {
        <svg class="chart" viewBox="0 0 320 124" role="img" aria-label=says>
            <path class="axis" d="M0 104h320"/>
            {(0..).step_by(40).zip(weeks).map(bar).collect_view()}
        </svg>
    }
    .into_any()
}
