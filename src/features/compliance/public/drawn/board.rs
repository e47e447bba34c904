use leptos::prelude::*;

use crate::features::compliance::public::figures::{BoardRow, BoardView, ClassView, DayPick, Pick};
use crate::forms::Choice;
use crate::ui::{Drawing, Way};

/// All of it below the heading. The map stands behind the table, wherever it is seen: who listens or goes by
/// keyboard meets the table first, and the map's links are for a pointer.
pub fn board(view: BoardView) -> AnyView {
    let (name, [csv, json]) = view.data;
    view! {
        <div class="counts">{view.classes.iter().cloned().map(class_view).collect_view()}</div>
        <form class="flow no-print" method="get" action="/kepatuhan">
            {view.all.then(|| view! { <input type="hidden" name="semua" value="1"/> })}
            {pick_view("kelas", view.class)}
            {pick_view("kecamatan", view.kecamatan)}
            {day_view(view.day)}
            <button class="btn btn-second">{view.filter}</button>
        </form>
        <div class="cols" data-two="">
        <div class="flow">
            {view.not_judged.clone().map(others_view)}
            {if view.rows.is_empty() && view.not_judged.is_some() { ().into_any() } else { table_view(view.caption, view.heads, view.rows, view.nothing) }}
        </div>
        <section class="sheet flow self-start order-first wide:order-none">
            <h2 id="peta">{view.map_title}</h2>
            <p class="legend-row">{view.classes.into_iter().map(legend_view).collect_view()}</p>
            <Drawing html=view.map/>
            <p class="soft">{view.map_hint}</p>
        </section>
        </div>
        <p class="links no-print">
            <a class="link" href=csv rel="external" download="">{name.clone()} " (CSV)"</a>
            <a class="link" href=json rel="external" download="">{name} " (JSON)"</a>
        </p>
    }
    .into_any()
}

fn class_view(class: ClassView) -> AnyView {
    view! { <div class="count" data-class=class.code><b>{class.offices}</b><span>{class.name}</span></div> }.into_any()
}

fn others_view((said, way): (String, Way)) -> AnyView {
    view! { <p>{said}</p> <p class="links no-print"><a class="link" href=way.to>{way.words}</a></p> }.into_any()
}

/// The sign of a class as the map has it.
fn legend_view(class: ClassView) -> AnyView {
    let fill = ["url(#peta-", &class.code, ")"].concat();
    view! {
        <span>
            <svg class="chart" viewBox="0 0 24 24" aria-hidden="true"><path class="none" d="M0 0h24v24H0z"/><path fill=fill d="M0 0h24v24H0z"/></svg>
            {class.name}
        </span>
    }
    .into_any()
}

fn pick_view(name: &'static str, pick: Pick) -> AnyView {
    let chosen = pick.chosen;
    let option = move |choice: Choice| {
        let selected = choice.code == chosen;
        view! { <option value=choice.code selected=selected>{choice.label}</option> }
    };
    view! {
        <div class="field">
            <label for=name>{pick.label}</label>
            <span class="pick"><select class="box" id=name name=name>{pick.choices.into_iter().map(option).collect_view()}</select></span>
        </div>
    }
    .into_any()
}

/// A field of three parts would be three parts of an address; every phone has a calendar for this one, or takes it as text.
fn day_view(day: DayPick) -> AnyView {
    let now = day.now.map(|words| view! { <p class="links"><a class="link" href="/kepatuhan">{words}</a></p> });
    view! {
        <div class="field">
            <label for="per">{day.label}</label>
            <p class="hint" id="per-hint">{day.hint}</p>
            <input class="box box-m" type="date" id="per" name="per" value=day.value aria-describedby="per-hint"/>
        </div>
        {now}
    }
    .into_any()
}

pub fn nothing((title, sentence): (String, String), day: DayPick, apply: String) -> AnyView {
    view! {
        <div class="empty"><b>{title}</b><p>{sentence}</p></div>
        <form class="flow no-print" method="get" action="/kepatuhan">
            {day_view(day)}
            <button class="btn btn-second">{apply}</button>
        </form>
    }
    .into_any()
}

fn table_view(caption: String, heads: [String; 4], rows: Vec<BoardRow>, nothing: [String; 3]) -> AnyView {
    if rows.is_empty() {
        let [title, sentence, all] = nothing;
        return view! {
            <div class="empty"><b>{title}</b><p>{sentence}</p><a class="link" href="/kepatuhan">{all}</a></div>
        }
        .into_any();
    }
    let names = heads.clone();
    view! {
        <div class="sheet" data-flush="">
            <div class="t-wrap">
                <table class="t">
                    <caption class="sr-only">{caption}</caption>
                    <thead><tr>{heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows.into_iter().map(|row| row_view(row, &names)).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn row_view(row: BoardRow, heads: &[String; 4]) -> AnyView {
    let [office, class, value, met] = heads.clone();
    view! {
        <tr>
            <td data-th=office><a href=row.to>{row.office}</a></td>
            <td data-th=class>{row.class}</td>
            <td class="num" data-th=value>{row.value}</td>
            <td class="num" data-th=met>{row.met}</td>
        </tr>
    }
    .into_any()
}
