//! What is only read on the pages of versions, as finished HTML: lists, comparisons, and what is missing.

use leptos::prelude::*;

use super::compare::{Compared, Fate, Line};
use super::fields::in_words;
use super::views::FieldGroup;
use crate::ui::{Icon, MarkView, NoteView, Way, mark, mark_view, note_view};

/// A row of a list: where it leads, what is said below its name, where it stands.
pub struct Row {
    pub way: Way,
    pub more: Vec<String>,
    pub mark: Option<MarkView>,
}

pub fn rows(title: &str, rows: Vec<Row>) -> String {
    let row = |row: Row| {
        let more = row.more.into_iter().map(|line| view! { <small>{line}</small> }).collect_view();
        view! {
            <li>
                <a class="row" href=row.way.to>
                    <span class="in"><b>{row.way.words}</b>{more}{row.mark.map(mark_view)}</span>
                    <Icon name="chevron-right"/>
                </a>
            </li>
        }
    };
    view! {
        <section class="flow">
            <h2>{title.to_owned()}</h2>
            <ul class="sheet rows" data-flush="">{rows.into_iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
    .to_html()
}

pub fn note(note: NoteView) -> String {
    note_view(note).to_html()
}

/// What keeps a draft from being published, each with the way to its field.
pub fn lacking(lines: Vec<Way>) -> String {
    let title = ["Yang masih kurang: ", &lines.len().to_string()].concat();
    let line = |way: Way| view! { <li><a href=way.to>{way.words}</a></li> };
    view! {
        <section class="sheet flow" data-who="you">
            <h2>{title}</h2>
            <p>"Versi ini bisa terbit setelah semuanya dibereskan."</p>
            <ul class="list">{lines.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
    .to_html()
}

/// The fields of a form, for whoever may not change them.
pub fn fields(groups: Vec<FieldGroup>) -> String {
    let group = |group: FieldGroup| {
        let filled: Vec<_> = group.fields.into_iter().filter(|field| !in_words(field).is_empty()).collect();
        if filled.is_empty() {
            return ().into_any();
        }
        let title = if group.title.is_empty() { "Umum".to_owned() } else { group.title };
        let lines = filled.into_iter().map(|field| {
            let words = in_words(&field);
            view! { <div><dt>{field.label}</dt><dd>{words}</dd></div> }
        });
        view! { <section class="sheet flow"><h2>{title}</h2><dl class="kv" data-stack="">{lines.collect_view()}</dl></section> }.into_any()
    };
    groups.into_iter().map(group).collect_view().into_any().to_html()
}

const HEADS: [&str; 3] = ["Bagian", "Lama", "Baru"];

/// Old beside new. What became of an item is said in a word, an icon and a colour.
pub fn compared(compared: Compared) -> String {
    let whole = (!compared.whole.is_empty()).then(|| section_view("Umum".to_owned(), mark("you", "pencil", "Berubah"), compared.whole));
    let item = |(name, fate): (String, Fate)| match fate {
        Fate::New => section_view(name, mark("done", "plus", "Baru"), Vec::new()),
        Fate::Changed(lines) => section_view(name, mark("you", "pencil", "Berubah"), lines),
        Fate::Dropped => section_view(name, mark("stop", "x", "Tidak dilanjutkan"), Vec::new()),
    };
    let items = compared.items.into_iter().map(item).collect_view();
    view! { {whole} {items} }.into_any().to_html()
}

fn section_view(title: String, mark: MarkView, lines: Vec<Line>) -> AnyView {
    let table = (!lines.is_empty()).then(|| table_view(title.clone(), lines));
    view! { <section class="sheet flow"><div class="top"><h2>{title}</h2>{mark_view(mark)}</div>{table}</section> }.into_any()
}

fn table_view(caption: String, lines: Vec<Line>) -> AnyView {
    let said = |text: String| if text.is_empty() { "(kosong)".to_owned() } else { text };
    let line = |line: Line| {
        view! {
            <tr>
                <th scope="row" data-th=HEADS[0]>{line.what}</th>
                <td data-th=HEADS[1]><span>{said(line.old)}</span></td>
                <td data-th=HEADS[2]><span>{said(line.new)}</span></td>
            </tr>
        }
    };
    view! {
        <div class="t-wrap">
            <table class="t">
                <caption class="sr-only">{caption}</caption>
                <thead><tr>{HEADS.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                <tbody>{lines.into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
