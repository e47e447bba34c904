use leptos::prelude::*;

use super::{ListFigure, RowFigure};
use crate::ui::{Way, mark_view};

pub fn list(figure: ListFigure) -> AnyView {
    let Way { to, words } = figure.find;
    let find = view! { <p class="links"><a class="btn btn-second" href=to.clone()>{words.clone()}</a></p> };
    if figure.parts.iter().all(|(_, rows)| rows.is_empty()) {
        let [none, hint] = figure.none;
        return view! {
            <div class="empty">
                <img src="/gambar/kosong/belum-ada-pelatihan.svg" alt="" width="160" height="120"/>
                <b>{none}</b>
                <p>{hint}</p>
                <a class="btn" href=to>{words}</a>
            </div>
        }
        .into_any();
    }
    view! {
        {figure.parts.into_iter().map(part_view).collect_view()}
        {find}
    }
    .into_any()
}

fn part_view((title, rows): (&'static str, Vec<RowFigure>)) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <section class="flow"><h2>{title}</h2><ul class="rows">{rows.into_iter().map(row_view).collect_view()}</ul></section> }
        .into_any()
}

fn row_view(row: RowFigure) -> AnyView {
    let lines = row.lines.into_iter().map(|line| view! { <small>{line}</small> }).collect_view();
    view! {
        <li class="row">
            <span class="in">
                <a class="link" href=row.way.to>{row.way.words}</a>
                {lines}
                {mark_view(row.mark)}
                <a class="link" href=row.more.to>{row.more.words}</a>
            </span>
        </li>
    }
    .into_any()
}
