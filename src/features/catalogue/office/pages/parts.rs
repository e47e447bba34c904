//! What these pages share.

use leptos::prelude::*;

use crate::features::catalogue::Picture;
use crate::features::catalogue::office::RowView;
use crate::features::catalogue::pages::picture_view;
use crate::ui::mark_view;

/// Photos of a product as they were arranged last.
pub fn photos_view(photos: Vec<Picture>) -> AnyView {
    if photos.is_empty() {
        return ().into_any();
    }
    let photo = |photo| view! { <li>{picture_view(photo, "(min-width:48rem) 12rem, 45vw", false)}</li> };
    view! { <ul class="cards">{photos.into_iter().map(photo).collect_view()}</ul> }.into_any()
}

/// Shops and products; `heads`: what stands in the four columns.
pub fn table_view(caption: &'static str, heads: [&'static str; 4], rows: Vec<RowView>) -> AnyView {
    let row = |row: RowView| {
        let place = if row.shop.is_empty() { row.kind } else { [&row.kind, ", ", &row.shop].concat() };
        view! {
            <tr>
                <td data-th=heads[0]><a href=row.way.to>{row.way.words}</a></td>
                <td data-th=heads[1]>{place}</td>
                <td data-th=heads[2]>{row.changed}</td>
                <td data-th=heads[3]>{mark_view(row.mark)}</td>
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
