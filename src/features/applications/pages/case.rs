use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{consent_view, discard_view, promise_view, repair_view, skpwni_view, timeline_view, transfer_view};
use crate::features::applications::{CaseView, ReadCase, State, Withdraw, WithdrawConsent};
use crate::text::{CaseWords, Lang};
use crate::ui::{
    Ask, Form, GoneRow, Icon, NamedIcon, PageHead, Read, ResidentLayout, ResidentTab, Submit, load, read, use_visitor, use_words,
};

const CASE: Read<CaseView> = read::<ReadCase, _>();

/// `/permohonan/{id}`: where a case stands, what to mend, and the letter.
#[component]
pub fn CasePage() -> AnyView {
    let (words, lang) = (use_words().cases(), use_visitor().lang);
    load(CASE, Ask::nothing().param("id"), move |view| case_view(view, words, lang))
}

fn case_view(view: CaseView, words: &'static CaseWords, lang: Lang) -> AnyView {
    let number = view.reference.map(|number| view! { <p class="soft">{words.number}<b class="num">{number.to_string()}</b></p> });
    let open = view.consent.iter().map(|_| view.id.to_string()).collect();
    let says = match &view.repair {
        Some(repair) => [words.returned, &(repair.photos.len() + repair.answers.len()).to_string()].concat(),
        None => words.states[view.state as usize].to_owned(),
    };
    view! {
        <ResidentLayout tab=Some(ResidentTab::Applications)>
            <div class="page flow" data-read="">
                <a class="back" href="/permohonan"><Icon name="chevron-left"/>{words.mine}</a>
                <PageHead title=view.service.clone()/>
                {number}
                <p class="soft">{view.office.clone()}</p>
                <p><span class="mark" data-who=view.state.who()><NamedIcon name=view.state.code()/>{says}</span></p>
                <GoneRow actions=vec![WithdrawConsent::PATH] field="_id" rows=open/>
                {standing_view(&view, words)}
                {view.skpwni.clone().map(|skpwni| skpwni_view(view.id, skpwni, words, lang))}
                {view.transfer.clone().map(|transfer| transfer_view(transfer, words))}
                {view.repair.clone().map(|repair| repair_view(view.id, repair, words))}
                {view.promise.map(|promise| promise_view(promise, view.state, words, lang))}
                {timeline_view(&view, words, lang)}
                {share_view(&view, words)}
                {view.consent.clone().map(|consent| consent_view(view.id, consent, words))}
                {withdraw_view(&view, words)}
            </div>
        </ResidentLayout>
    }
    .into_any()
}

/// What is the matter, and what to do now.
fn standing_view(view: &CaseView, words: &'static CaseWords) -> AnyView {
    let note = |who: &'static str, icon: &'static str, title: &'static str, sentence: &'static str| {
        view! { <div class="note" data-who=who role="status"><Icon name=icon/><div><b>{title}</b><p>{sentence}</p></div></div> }.into_any()
    };
    match (view.state, view.letter) {
        (State::Draft, _) => {
            let to = view.draft.clone().unwrap_or_default();
            view! { <a class="btn" href=to>{words.resume}<Icon name="arrow-right"/></a> {discard_view(view.id, use_words().fill())} }
                .into_any()
        }
        (State::Submitted, _) => note("done", "circle-check", words.sent_title, words.sent),
        (State::Rejected | State::Withdrawn | State::Closed, _) => {
            view! { <p>{words.anew}</p> <a class="btn" href="/layanan">{words.anew_do}</a> }.into_any()
        }
        (_, true) => {
            let paper = |name: &str| ["/permohonan/", &view.id.to_string(), name].concat();
            let annex = view.annex.then(|| {
                let href = paper("/formulir.pdf");
                view! { <a class="btn btn-second" href=href rel="external" download=""><Icon name="download"/>{words.download_annex}</a> }
            });
            view! {
                {note("done", "circle-check", words.ready_title, words.ready)}
                <a class="btn" href=paper("/surat.pdf") rel="external" download=""><Icon name="download"/>{words.download}</a>
                {annex}
                {view.opens_shop.then(|| shop_view(view, words))}
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

/// The text holds no personal data; the person sees it before it is sent.
fn share_view(view: &CaseView, words: &'static CaseWords) -> AnyView {
    let share = |number: crate::domain::Reference| {
        let mut query = String::new();
        crate::ui::encode_pair(&mut query, "text", &[words.share_text, &number.to_string()].concat());
        let to = ["https://wa.me/?", &query].concat();
        view! { <a class="btn btn-second btn-wa" href=to rel="external noreferrer"><Icon name="brand-whatsapp"/>{words.share}</a> }
    };
    view! { {view.reference.map(share)} }.into_any()
}

/// Who runs a business may sell in the market, too. Nothing is copied there before they say so.
fn shop_view(view: &CaseView, words: &'static CaseWords) -> AnyView {
    let to = ["/akun/toko/baru?surat=", &view.id.to_string()].concat();
    view! { <a class="btn btn-second" href=to><Icon name="bag"/>{words.open_shop}</a> }.into_any()
}

/// Asked once, with the consequence in words; without a script too.
fn withdraw_view(view: &CaseView, words: &'static CaseWords) -> AnyView {
    if !view.can_withdraw {
        return ().into_any();
    }
    let (id, seen) = (view.id.to_string(), view.version.0.to_string());
    view! {
        <details class="sheet">
            <summary class="row"><Icon name="x"/><span class="in"><b>{words.cancel}</b></span></summary>
            <Form action=Withdraw::PATH>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="seen" value=seen/>
                <p>{words.cancel_why}</p>
                <Submit label=words.cancel_do class="btn btn-stop"/>
            </Form>
        </details>
    }
    .into_any()
}
