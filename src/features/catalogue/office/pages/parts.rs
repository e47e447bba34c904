//! What these pages share.

use leptos::prelude::*;

use crate::features::catalogue::office::RowView;
use crate::features::catalogue::pages::{hidden_view, picture_view};
use crate::features::catalogue::{Picture, ProposeView, RowDraft};
use crate::ui::{Form, GoneRow, Submit, key_field, mark_view};

/// Photos of a product as they were arranged last.
pub fn photos_view(photos: Vec<Picture>) -> AnyView {
    if photos.is_empty() {
        return ().into_any();
    }
    let photo = |photo| view! { <li>{picture_view(photo, "(min-width:48rem) 12rem, 45vw", false)}</li> };
    view! { <ul class="cards">{photos.into_iter().map(photo).collect_view()}</ul> }.into_any()
}

/// Where a draft is gone on with, and the press that sends it to `action`.
pub fn draft_view(draft: RowDraft, action: &'static str) -> AnyView {
    let RowDraft { edit, propose } = draft;
    view! {
        <div class="btns" data-side="">
            <a class="btn btn-second" href=edit.to>{edit.words}</a>
            {propose.map(|propose| propose_view(propose, action))}
        </div>
    }
    .into_any()
}

pub fn propose_view(propose: ProposeView, action: &'static str) -> AnyView {
    let ProposeView { button, hidden, key } = propose;
    let of = hidden.iter().filter(|(name, _)| name == "_id").map(|(_, id)| ("_id", id.clone())).collect();
    view! {
        <Form action of>
            // First, so that no gap stands above it.
            <Submit label=button icon=Some("send") class="btn btn-second"/>
            {hidden_view(hidden)}
            {key_field(key)}
        </Form>
    }
    .into_any()
}

/// What was refused of a draft that has no press any more, neither in these rows nor on the page itself.
pub fn gone_draft_view(rows: &[RowView], own: Option<&ProposeView>, action: &'static str) -> AnyView {
    let presses = rows.iter().filter_map(|row| row.draft.as_ref()?.propose.as_ref()).chain(own);
    let ids = presses.flat_map(|propose| &propose.hidden).filter(|(name, _)| name == "_id").map(|(_, id)| id.clone()).collect();
    view! { <GoneRow actions=vec![action] field="_id" rows=ids/> }.into_any()
}

/// Shops and products; `heads`: what stands in the four columns; `action`: where their drafts are sent.
pub fn table_view(caption: &'static str, heads: [&'static str; 4], rows: Vec<RowView>, action: &'static str) -> AnyView {
    let row = |row: RowView| {
        let place = if row.shop.is_empty() { row.kind } else { [&row.kind, ", ", &row.shop].concat() };
        view! {
            <tr>
                <td data-th=heads[0]><a href=row.way.to>{row.way.words}</a></td>
                <td data-th=heads[1]>{place}</td>
                <td data-th=heads[2]>{row.changed}</td>
                <td data-th=heads[3]>{mark_view(row.mark)}{row.draft.map(|draft| draft_view(draft, action))}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <div class="sheet" data-flush="">
            <div class="t-wrap">
                <table class="t">
                    <caption class="sr-only">{caption}</caption>
                    <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}
