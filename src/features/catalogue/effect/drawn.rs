//! A chart with its table, and what the numbers are.

use leptos::prelude::*;

use super::Group;

/// What is drawn of some groups, under a heading.
pub struct EffectFigure {
    pub title: &'static str,
    /// What each group is: "Pelatihan", "Topik".
    pub what: &'static str,
    pub groups: Vec<Group>,
    /// Said instead of a chart where there is no group, or below it.
    pub note: String,
}

/// What was measured, when, and what it does not prove.
const EXPLAINED: &str = "Yang diukur: dari semua yang dilihat pelatih lapak (foto, cerita, izin, jam buka, titik lokasi dan lainnya), \
    berapa persen sudah terisi di toko dan produk yang tampil untuk umum. Diukur dua kali: pada hari sesi pertama, dan 30 hari \
    sesudah sesi terakhir, hanya untuk toko di kantor yang mengadakan pelatihan, milik peserta berakun yang hadir. \
    Angka ini menunjukkan perubahan, bukan bukti bahwa pelatihan adalah penyebabnya.";

pub fn effect(figures: Vec<EffectFigure>) -> String {
    let parts = figures.into_iter().map(part_view).collect_view();
    view! { <p class="lede">{EXPLAINED}</p> {parts} }.into_any().to_html()
}

fn part_view(figure: EffectFigure) -> AnyView {
    let EffectFigure { title, what, groups, note } = figure;
    let note = (!note.is_empty()).then(|| view! { <p class="soft">{note}</p> }.into_any());
    if groups.is_empty() {
        return view! { <section class="sheet flow"><h2>{title}</h2>{note}</section> }.into_any();
    }
    let says = groups.iter().map(said).collect::<Vec<_>>().join("; ");
    let chart = bars_view(&groups, says);
    let rows = (1..).zip(groups).map(row_view).collect_view();
    view! {
        <section class="sheet flow">
            <h2>{title}</h2>
            <p class="legend-row chart">
                <span><svg viewBox="0 0 16 16" aria-hidden="true"><path class="berkembang" d="M0 0h16v16H0z"/></svg>"Sebelum"</span>
                <span><svg viewBox="0 0 16 16" aria-hidden="true"><path class="maju" d="M0 0h16v16H0z"/></svg>"Sesudah"</span>
            </p>
            {chart}
            <div class="t-wrap" tabindex="0" role="region" aria-label=title>
                <table class="t">
                    <caption class="sr-only">{title}</caption>
                    <thead>
                        <tr>
                            <th scope="col" data-n="">"No."</th>
                            <th scope="col">{what}</th>
                            <th scope="col" data-n="">"Toko"</th>
                            <th scope="col" data-n="">"Sebelum"</th>
                            <th scope="col" data-n="">"Sesudah"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {note}
        </section>
    }
    .into_any()
}

fn said(group: &Group) -> String {
    let Group { name, before, after, .. } = group;
    format!("{name}: {before}% sebelum, {after}% sesudah")
}

fn row_view((number, group): (u32, Group)) -> AnyView {
    let Group { name, shops, before, after } = group;
    view! {
        <tr>
            <th scope="row" data-n="">{number}</th>
            <td><b>{name}</b></td>
            <td data-n="" data-th="Toko"><span>{shops}</span></td>
            <td data-n="" data-th="Sebelum"><span>{format!("{before}%")}</span></td>
            <td data-n="" data-th="Sesudah"><span>{format!("{after}%")}</span></td>
        </tr>
    }
    .into_any()
}

/// 40 units a group, eight of them; the highest bar is 88 high and stands on 104. The numbers below are those of the table.
const MOST: usize = 8;

fn bars_view(groups: &[Group], says: String) -> AnyView {
    let height = |percent: u32| 88 * percent.min(100) / 100;
    let bar = |(at, group): (u32, &Group)| {
        let left = at * 40;
        let one = |class: &'static str, x: u32, percent: u32| {
            let top = 104 - height(percent);
            view! {
                <rect class=class x=x y=top width="14" height=height(percent)/>
                <text x={x + 7} y={top - 4} text-anchor="middle">{percent}</text>
            }
            .into_any()
        };
        view! {
            {one("berkembang", left + 3, group.before)}
            {one("maju", left + 21, group.after)}
            <text x={left + 20} y="120" text-anchor="middle">{at + 1}</text>
        }
        .into_any()
    };
    view! {
        <svg class="chart" viewBox="0 0 320 124" role="img" aria-label=says>
            <path class="axis" d="M0 104h320"/>
            {(0..).zip(groups.iter().take(MOST)).map(bar).collect_view()}
        </svg>
    }
    .into_any()
}
