use leptos::prelude::*;
use leptos_meta::Meta;

use super::parts::PdfCheck;
use crate::domain::Lang;
use crate::features::letters::views::NextLetter;
use crate::features::letters::{CheckLetter, CheckView, CheckedAt, CheckedLetter, Reason, Standing};
use crate::text::{CheckWords, VerdictWords};
use crate::ui::{Ask, Icon, PageHead, PublicLayout, Read, after_strokes, load, read, use_visitor, use_words};

const CHECK: Read<CheckView> = read::<CheckLetter, _>();

/// `/v` and `/v/{code}`: whether a letter is genuine. The address in a QR code is all in capitals.
#[component]
pub fn CheckPage() -> AnyView {
    let (words, lang) = (use_words().check(), use_visitor().lang);
    load(CHECK, Ask::nothing().param("token").query("kode"), move |view| match view {
        CheckView::Ask => ask_view(words),
        CheckView::Unknown { checked } => unknown_view(checked, words, lang),
        CheckView::Known(letter) => letter_view(*letter, words, lang),
    })
}

fn ask_view(words: &'static CheckWords) -> AnyView {
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title=words.title description=words.lede/>
                <p class="lede">{words.lede}</p>
                {code_form(words)}
                <p class="soft">{words.pdf_later}</p>
            </div>
        </PublicLayout>
    }
    .into_any()
}

/// An ordinary form that leads to an address: there is nothing to be written.
fn code_form(words: &'static CheckWords) -> AnyView {
    view! {
        <form class="flow" method="get" action="/v" role="search">
            <div class="field">
                <label for="kode">{words.code}</label>
                <p class="hint" id="kode-hint">{words.code_hint}</p>
                <input class="box" id="kode" name="kode" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="kode-hint"/>
            </div>
            <button class="btn"><Icon name="file-check"/>{words.check}</button>
        </form>
    }
    .into_any()
}

fn unknown_view(checked: CheckedAt, words: &'static CheckWords, lang: Lang) -> AnyView {
    view! {
        <PublicLayout>
            <Meta name="robots" content="noindex"/>
            {band("tidak_dikenal", &words.unknown)}
            <div class="page flow" data-read="">
                <PageHead title=words.unknown_title/>
                <p>{words.unknown_help}</p>
                {code_form(words)}
                {when(checked, words, lang)}
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn letter_view(letter: CheckedLetter, words: &'static CheckWords, lang: Lang) -> AnyView {
    let (code, verdict, title) = match letter.standing {
        Standing::Valid => ("sah", &words.valid, words.compare_title),
        Standing::Expired => ("kedaluwarsa", &words.expired, words.compare_title),
        Standing::Revoked => ("dicabut", &words.revoked, words.ended_title),
        Standing::Replaced => ("diganti", &words.replaced, words.ended_title),
    };
    let stands = matches!(letter.standing, Standing::Valid | Standing::Expired);
    let home = ["/d/", &letter.slug].concat();
    let (office, checked, pdf) = (letter.office.clone(), letter.checked, letter.pdf_sha256.clone());
    view! {
        <PublicLayout>
            <Meta name="robots" content="noindex"/>
            {band(code, verdict)}
            <div class="page flow" data-read="">
                <PageHead title=title/>
                {letter.reason.map(|reason| reason_view(reason, words))}
                {letter.next.clone().map(|next| next_view(next, words, lang))}
                {facts(letter, words, lang)}
                {stands.then(|| view! { <p class="soft">{words.differs}</p> })}
                {pdf_view(pdf, words)}
                <ul class="sheet rows no-print" data-flush="">
                    <li><a class="row" href="/v"><Icon name="qrcode"/><span class="in"><b>{words.another}</b></span><Icon name="chevron-right"/></a></li>
                    <li><a class="row" href=home><Icon name="building"/><span class="in"><b>{words.ask_office}</b><small>{office}</small></span><Icon name="chevron-right"/></a></li>
                </ul>
                {when(checked, words, lang)}
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn band(code: &'static str, words: &'static VerdictWords) -> AnyView {
    view! { <div class="verdict" data-v=code><Icon name=code/><div><b>{words.word}</b><p>{words.order}</p></div></div> }.into_any()
}

fn reason_view(reason: Reason, words: &'static CheckWords) -> AnyView {
    let sentence = match reason {
        Reason::WrongContent => words.wrong_content,
        Reason::UntrueStatement => words.untrue_statement,
        Reason::NoLongerTrue => words.no_longer_true,
        Reason::HolderAsked => words.holder_asked,
        Reason::Corrected => words.corrected,
    };
    view! { <div class="note" data-who="stop"><Icon name="alert-triangle"/><div><b>{words.reason}</b><p>{sentence}</p></div></div> }
        .into_any()
}

/// Where the letter is that holds now.
fn next_view(next: NextLetter, words: &'static CheckWords, lang: Lang) -> AnyView {
    let NextLetter { number, on, code } = next;
    let day = on.in_words(lang);
    let row = match code {
        Some(code) => {
            let href = ["/v/", &code].concat();
            view! { <a class="row" href=href><Icon name="diganti"/><span class="in"><b>{words.next} " " {after_strokes(&number)}</b><small>{day}</small></span><Icon name="chevron-right"/></a> }.into_any()
        }
        None => view! { <div class="row"><Icon name="diganti"/><span class="in"><b>{words.next} " " {after_strokes(&number)}</b><small>{day}</small></span></div> }.into_any(),
    };
    view! { <ul class="sheet rows" data-flush=""><li>{row}</li></ul> }.into_any()
}

fn facts(letter: CheckedLetter, words: &'static CheckWords, lang: Lang) -> AnyView {
    let office = [&letter.office, " (Kec.\u{a0}", &letter.kecamatan, ")"].concat();
    let rows = [
        Some((words.kind, letter.title)),
        Some((words.number, letter.number)),
        Some((words.holder, letter.holder)),
        Some((words.issued_on, letter.issued_on.in_words(lang))),
        letter.valid_until.map(|day| (words.valid_until, day.in_words(lang))),
        letter.ended_on.map(|day| (words.ended_on, day.in_words(lang))),
        Some((words.office, office)),
        Some((words.signer, letter.signer)),
    ];
    let rows = rows.into_iter().flatten().map(|(label, value)| (label.to_owned(), value)).chain(letter.course);
    let rows = rows.map(|(label, value)| view! { <div><dt>{label}</dt><dd>{after_strokes(&value)}</dd></div> }).collect_view();
    view! { <dl class="sheet kv">{rows}</dl> }.into_any()
}

fn pdf_view(sha256: Option<String>, words: &'static CheckWords) -> AnyView {
    match sha256 {
        Some(sha256) => view! { <PdfCheck sha256 words/> }.into_any(),
        None => view! { <p class="soft">{words.pdf_not_yet}</p> }.into_any(),
    }
}

fn when(checked: CheckedAt, words: &'static CheckWords, lang: Lang) -> AnyView {
    let text = [words.checked_at, " ", &checked.on.with_weekday(lang), ", ", &checked.at.in_digits(), "."].concat();
    view! { <p class="soft">{text}</p> }.into_any()
}
