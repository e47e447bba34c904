use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{
    can, changed_note, code_field, draft_link, due_view, fields, issued_view, missing_view, reason_form, result_note, returning_form,
    state_mark, transfer_view,
};
use crate::access::ActName;
use crate::features::applications::State;
use crate::features::applications::desk::{
    AnswerGroup, AnswerLine, ApproveCase, ClaimCase, CommentCase, DeskCaseView, ForwardCase, HandOver, HistoryLine, PhotoLine,
    ReadDeskCase, RejectCase, RequestFix, ReturnedLine, RevealCase, RevokeLetter, SameCardLine,
};
use crate::features::letters::LetterFacsimile;
use crate::forms::Choice;
use crate::ui::{
    Ask, Choices, Form, GoneRow, Icon, KeyHints, NamedIcon, OfficeLayout, OfficeTab, PageHead, Read, Select, Submit, TextArea, Tick,
    key_field, load, read,
};

const CASE: Read<DeskCaseView> = read::<ReadDeskCase, _>();

/// `/kantor/permohonan/{id}`: the whole case on one screen: answers, papers, what to decide.
#[component]
pub fn DeskCasePage() -> AnyView {
    load(CASE, Ask::nothing().param("id"), case_view)
}

fn case_view(view: DeskCaseView) -> AnyView {
    let due = view.due.clone().map(|due| {
        let waits = (due.paused && view.state == State::Forwarded).then(|| view! { <small>"Menunggu Dukcapil"</small> });
        let who = if due.late {
            "stop"
        } else if due.paused {
            "you"
        } else {
            "done"
        };
        view! { <p class="promise" data-who=who><b>"Janji: " {due_view(due)}</b>{waits}</p> }
    });
    view! {
        <OfficeLayout frame=view.frame.clone() tab=OfficeTab::Applications>
            <div class="page flow">
                <a class="back" href="/kantor/permohonan"><Icon name="chevron-left"/>"Semua permohonan"</a>
                <div class="top">
                    <div>
                        <PageHead title=view.service.clone()/>
                        <p class="lede"><span class="num">{view.reference.clone()}</span> " " {state_mark(view.state)}</p>
                        <p class="soft">{view.sent.clone()} " " {view.hold.clone()}</p>
                    </div>
                    {due}
                </div>
                {result_note()}
                {changed_note(view.hold.clone())}
                <GoneRow actions=gone_acts(&view) field="_id" rows=Vec::new()/>
                {missing_view(&view.missing)}
                {view.transfer.clone().map(transfer_view)}
                <div class="cols" data-three="">
                    <div class="flow">{answers_view(&view)} {returned_view(&view.returned)}</div>
                    <div class="flow">{photos_view(&view.photos)} {letter_view(&view)} {returning(&view)}</div>
                    <div class="flow">{decide_view(&view)} {same_card_view(&view.same_card)} {history_view(view.history.clone())} {comment_view(&view)}</div>
                </div>
                <KeyHints keys=vec![("a", "ambil"), ("r", "kembalikan"), ("v", "verifikasi")]/>
            </div>
        </OfficeLayout>
    }
    .into_any()
}

/// The acts that have no form on this page, as it is now.
fn gone_acts(view: &DeskCaseView) -> Vec<&'static str> {
    let acts = [
        (ActName::Claim, ClaimCase::PATH),
        (ActName::RequestFix, RequestFix::PATH),
        (ActName::Approve, ApproveCase::PATH),
        (ActName::Reject, RejectCase::PATH),
        (ActName::Reveal, RevealCase::PATH),
        (ActName::Comment, CommentCase::PATH),
        (ActName::Forward, ForwardCase::PATH),
        (ActName::HandOver, HandOver::PATH),
        (ActName::Revoke, RevokeLetter::PATH),
    ];
    acts.into_iter().filter(|(act, _)| !can(view, *act)).map(|(_, path)| path).collect()
}

fn answers_view(view: &DeskCaseView) -> AnyView {
    if view.groups.is_empty() {
        return view! { <section class="sheet flow"><h2>"Isian pemohon"</h2><p class="soft">{why_closed(view)}</p></section> }.into_any();
    }
    let returns = can(view, ActName::RequestFix);
    let groups = view.groups.iter().cloned().map(|group| group_view(group, returns)).collect_view();
    view! { <section class="sheet flow"><h2>"Isian pemohon"</h2>{reveal_view(view)}{groups}</section> }.into_any()
}

fn why_closed(view: &DeskCaseView) -> &'static str {
    if can(view, ActName::Claim) {
        "Ambil permohonan ini untuk melihat isian dan berkasnya. Setiap kali dibuka tercatat."
    } else {
        "Tertutup. Isian dan berkas hanya terbuka bagi petugas yang sedang memeriksa."
    }
}

/// A look at the numbers is asked for, and stands in the record before they are shown.
fn reveal_view(view: &DeskCaseView) -> AnyView {
    if !view.revealed.is_empty() {
        return view! { <p class="say" data-who="you"><Icon name="eye"/>"NIK dan KK tampil sampai " {view.revealed.clone()} ". Tercatat."</p> }.into_any();
    }
    if !can(view, ActName::Reveal) {
        return ().into_any();
    }
    let (own, reasons, stepped_up) = (fields(view), view.reveal_reasons.clone(), view.stepped_up);
    view! {
        <Form action=RevealCase::PATH>
            {own}
            <Select name="untuk" label="Lihat NIK dan KK untuk apa?" hint="Pemohon membacanya di akunnya.".to_owned() options=reasons/>
            {code_field(stepped_up)}
            <Submit label="Lihat NIK dan KK" icon=Some("eye") class="btn btn-second btn-row"/>
        </Form>
    }
    .into_any()
}

fn group_view(group: AnswerGroup, returns: bool) -> AnyView {
    let lines = group.lines.into_iter().map(|line| answer_view(line, returns)).collect_view();
    view! { <h3>{group.title}</h3> <dl class="kv">{lines}</dl> }.into_any()
}

fn answer_view(line: AnswerLine, returns: bool) -> AnyView {
    let back = (returns && line.typed).then(|| {
        let (href, label) = (["#kembali-", &line.path].concat(), ["Kembalikan ", &line.label].concat());
        view! { <a class="act-s" href=href rel="external" aria-label=label><Icon name="return"/></a> }
    });
    let value = if line.value.is_empty() { "–".to_owned() } else { line.value };
    view! { <div><dt>{line.label}</dt><dd class:num=line.masked class:acted=returns><span>{value}</span>{back}</dd></div> }.into_any()
}

/// The same person may have asked for the same thing before.
fn same_card_view(cases: &[SameCardLine]) -> AnyView {
    if cases.is_empty() {
        return ().into_any();
    }
    let line = |case: &SameCardLine| {
        let href = ["/kantor/permohonan/", &case.id.to_string()].concat();
        let name = [&case.service, ", ", &case.reference].concat();
        view! { <li><div><a class="link" href=href>{name}</a><p class="soft">{case.why.clone()} " " {state_mark(case.state)}</p></div></li> }
    };
    view! { <section class="sheet flow"><h2>"Permohonan lain dengan NIK atau KK ini"</h2><ul class="items">{cases.iter().map(line).collect_view()}</ul></section> }
        .into_any()
}

fn returned_view(returned: &[ReturnedLine]) -> AnyView {
    if returned.is_empty() {
        return ().into_any();
    }
    let line = |item: &ReturnedLine| view! { <li><b>{item.label.clone()}</b> ": " {item.words.clone()}</li> };
    view! {
        <div class="note" data-who="you">
            <Icon name="clock-pause"/>
            <div><b>"Menunggu pemohon memperbaiki"</b><ul class="list">{returned.iter().map(line).collect_view()}</ul></div>
        </div>
    }
    .into_any()
}

fn photos_view(photos: &[PhotoLine]) -> AnyView {
    if photos.is_empty() {
        return ().into_any();
    }
    let thumb = |photo: &PhotoLine| {
        let (whole, small) = (["/m/", &photo.id.to_string()].concat(), ["/m/", &photo.thumbnail.to_string()].concat());
        view! { <a class="thumb" href=whole rel="external" target="_blank"><img src=small alt="" loading="lazy"/>{photo.label.clone()}</a> }
    };
    let first = photos.first().map(|photo| {
        view! { <div class="viewer"><img src=["/m/", &photo.id.to_string()].concat() alt=photo.label.clone() loading="lazy"/></div> }
    });
    view! { <section class="flow" aria-label="Berkas"><div class="thumbs">{photos.iter().map(thumb).collect_view()}</div>{first}</section> }
        .into_any()
}

fn letter_view(view: &DeskCaseView) -> AnyView {
    match (&view.letter, view.no_letter.is_empty()) {
        (Some(letter), _) => {
            view! { <section class="flow"><h2>"Surat"</h2><LetterFacsimile letter=letter.clone()/>{draft_link(view.id)}</section> }
                .into_any()
        }
        (None, false) => view! { <p class="soft">{view.no_letter.clone()}</p> }.into_any(),
        (None, true) => ().into_any(),
    }
}

fn returning(view: &DeskCaseView) -> AnyView {
    if can(view, ActName::RequestFix) { returning_form(view, fields(view)) } else { ().into_any() }
}

/// What can be decided now, the one main act first.
fn decide_view(view: &DeskCaseView) -> AnyView {
    let claim = can(view, ActName::Claim).then(|| {
        let own = fields(view);
        view! { <Form action=ClaimCase::PATH>{own}<div data-key="a" data-press=""><Submit label="Ambil permohonan ini" icon=Some("check")/></div></Form> }
    });
    let sign = can(view, ActName::Agree)
        .then(|| view! { <a class="btn" href="/kantor/tanda-tangan"><Icon name="sign"/>"Ke meja tanda tangan"</a> });
    let reject = can(view, ActName::Reject).then(|| {
        let consequence = "Permohonan berakhir di sini. Pemohon dapat mengajukan yang baru.";
        let reasons = view.refuse_reasons.clone();
        let own = fields(view);
        reason_form(
            "Tidak dapat diproses",
            consequence,
            RejectCase::PATH,
            Vec::new(),
            "Nyatakan tidak dapat diproses",
            reasons,
            Box::new(|| own),
        )
    });
    view! {
        {claim}
        {can(view, ActName::Approve).then(|| approve_view(view))}
        {sign}
        {view.issued.clone().map(|issued| issued_view(view, issued))}
        {reject}
        <p class="links"><a class="link" href=["/kantor/permohonan/", &view.id.to_string(), "/slip"].concat()><Icon name="printer"/>"Cetak slip"</a></p>
    }
    .into_any()
}

fn approve_view(view: &DeskCaseView) -> AnyView {
    let own = fields(view);
    let ways = [("photo_against_kk", "Foto KTP dibandingkan dengan KK"), ("ktp_at_counter", "KTP asli dilihat di loket")];
    let ways = ways.map(|(code, label)| Choice { code: code.to_owned(), label: label.to_owned(), of: None });
    view! {
        <section class="sheet flow" id="verifikasi" tabindex="-1" data-key="v">
            <h2>"Pemeriksaan"</h2>
            <Form action=ApproveCase::PATH>
                {own}
                <Tick name="periksa_nama" label="Nama dan NIK sesuai KTP dan KK"/>
                <Tick name="periksa_alamat" label="Alamat sesuai KK"/>
                <Tick name="periksa_berkas" label="Berkas lengkap dan terbaca"/>
                <Choices name="identitas" label="Cara memastikan identitas" options=ways.into()/>
                <Submit label="Verifikasi" icon=Some("check")/>
                <p class="soft">"Isi surat dibekukan, lalu menunggu tanda tangan."</p>
            </Form>
        </section>
    }
    .into_any()
}

fn history_view(history: Vec<HistoryLine>) -> AnyView {
    let line = |line: HistoryLine| {
        let words = (!line.words.is_empty()).then(|| view! { <p>"“" {line.words} "”"</p> });
        view! { <li><NamedIcon name=line.icon/><div><b>{line.what}</b><p class="soft">{line.at}</p>{words}</div></li> }
    };
    view! { <section class="sheet flow"><h2>"Riwayat"</h2><ul class="items">{history.into_iter().map(line).collect_view()}</ul></section> }
        .into_any()
}

fn comment_view(view: &DeskCaseView) -> AnyView {
    if !can(view, ActName::Comment) {
        return ().into_any();
    }
    let (id, key) = (view.id.to_string(), view.key);
    view! {
        <section class="sheet flow">
            <h2>"Catatan antar petugas"</h2>
            <Form action=CommentCase::PATH>
                <input type="hidden" name="_id" value=id/>
                {key_field(key)}
                <TextArea name="untuk_petugas" label="Catatan" hint=Some("Pemohon tidak membacanya.".to_owned())/>
                <Submit label="Simpan catatan" class="btn btn-second"/>
            </Form>
        </section>
    }
    .into_any()
}
