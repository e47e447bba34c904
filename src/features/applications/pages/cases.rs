use leptos::prelude::*;

use crate::features::applications::{CaseRow, CasesView, ReadCases, State};
use crate::text::{CaseWords, Lang};
use crate::ui::{Ask, Icon, NamedIcon, PageHead, Read, ResidentLayout, ResidentTab, load, read, use_visitor, use_words};

const CASES: Read<CasesView> = read::<ReadCases, _>();

/// `/permohonan`: one's own cases.
#[component]
pub fn CasesPage() -> AnyView {
    let (words, lang) = (use_words().cases(), use_visitor().lang);
    load(CASES, Ask::nothing(), move |view| cases_view(view, words, lang))
}

fn cases_view(view: CasesView, words: &'static CaseWords, lang: Lang) -> AnyView {
    let body = if view.cases.is_empty() { empty_view(words) } else { rows_view(view.cases, words, lang) };
    view! {
        <ResidentLayout tab=Some(ResidentTab::Applications)>
            <div class="page flow" data-read=""><PageHead title=words.mine_title/>{body}</div>
        </ResidentLayout>
    }
    .into_any()
}

fn empty_view(words: &'static CaseWords) -> AnyView {
    view! {
        <div class="empty">
            <img src="/gambar/kosong/belum-ada-permohonan.svg" alt="" width="160" height="120"/>
            <b>{words.none}</b>
            <p>{words.none_hint}</p>
            <a class="btn" href="/layanan">{words.all_services}</a>
        </div>
    }
    .into_any()
}

fn rows_view(cases: Vec<CaseRow>, words: &'static CaseWords, lang: Lang) -> AnyView {
    let row = |case: CaseRow| {
        let says = match case.state {
            State::NeedsFix => [words.returned, &case.returned.to_string()].concat(),
            state => words.states[state as usize].to_owned(),
        };
        let number = case.reference.map(|number| view! { <span class="num">{number.to_string()}</span> " · " });
        view! {
            <li>
                <a class="row" href=case.path>
                    <span class="ico"><NamedIcon name=case.code/></span>
                    <span class="in">
                        <b>{case.service}</b>
                        <small>{number}{case.office}</small>
                        <span class="mark" data-who=case.state.who() data-plain=""><NamedIcon name=case.state.code()/>{says}</span>
                        <small>{words.since}{case.since.in_words(lang)}</small>
                    </span>
                    <Icon name="chevron-right"/>
                </a>
            </li>
        }
    };
    view! { <div class="sheet" data-flush=""><ul class="rows">{cases.into_iter().map(row).collect_view()}</ul></div> }.into_any()
}
