use leptos::prelude::*;

use crate::features::accounts::{ReadWatchers, WatcherView, WatchersView};
use crate::text::AccountWords;
use crate::ui::{Ask, Icon, PageHead, Read, ResidentLayout, ResidentTab, load, read, use_words};

const WATCHERS: Read<WatchersView> = read::<ReadWatchers, _>();

/// `/akun/siapa-melihat`: every look of an officer at the data of this person.
#[component]
pub fn WatchersPage() -> AnyView {
    let words = use_words().account();
    load(WATCHERS, Ask::nothing().query("setelah"), move |view| watchers_view(view, words))
}

fn watchers_view(view: WatchersView, words: &'static AccountWords) -> AnyView {
    let rows = if view.rows.is_empty() { empty_view(words) } else { rows_view(view.rows, words) };
    let more = view.after.map(|after| {
        view! { <p class="links"><a class="link" href=["/akun/siapa-melihat?setelah=", &after].concat()>{words.older}</a></p> }
    });
    view! {
        <ResidentLayout tab=Some(ResidentTab::Account)>
            <div class="page flow" data-read="">
                <a class="back" href="/akun"><Icon name="chevron-left"/>{words.account}</a>
                <PageHead title=words.watchers/>
                <p class="lede">{words.watchers_lede}</p>
                {rows}
                {more}
            </div>
        </ResidentLayout>
    }
    .into_any()
}

fn rows_view(rows: Vec<WatcherView>, words: &'static AccountWords) -> AnyView {
    view! { <ul class="items">{rows.into_iter().map(|row| row_view(row, words)).collect_view()}</ul> }.into_any()
}

fn row_view(row: WatcherView, words: &'static AccountWords) -> AnyView {
    let purpose = match row.purpose.as_str() {
        "case_review" => words.purpose_case_review,
        "signing" => words.purpose_signing,
        "reveal_to_compare" => words.purpose_reveal_to_compare,
        "reveal_to_register" => words.purpose_reveal_to_register,
        "reveal_on_request" => words.purpose_reveal_on_request,
        "transfer" => words.purpose_transfer,
        "slip" => words.purpose_slip,
        "appointment" => words.purpose_appointment,
        "library" => words.purpose_library,
        "training" => words.purpose_training,
        "code" => words.purpose_code,
        _ => words.purpose_file,
    };
    let times = (row.times > 1).then(|| [", ", &row.times.to_string(), " ", words.times].concat());
    view! {
        <li><Icon name="eye"/><div><span class="k">{row.when}</span><b>{row.who}</b><p>{row.unit} ". " {purpose} {times} "."</p></div></li>
    }
    .into_any()
}

fn empty_view(words: &'static AccountWords) -> AnyView {
    view! { <div class="empty"><Icon name="eye-off"/><b>{words.watchers_none}</b><p>{words.watchers_none_hint}</p></div> }.into_any()
}
