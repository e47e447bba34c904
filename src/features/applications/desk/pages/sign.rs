use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{code_field, draft_link, due_view, missing_view, reason_form};
use crate::domain::IdemKey;
use crate::features::applications::desk::{AgreeLetter, PhotoLine, ReadSign, SendBack, SignAll, SignLetter, SignLine, SignView, Signed};
use crate::features::letters::LetterFacsimile;
use crate::forms::Choice;
use crate::ui::{Ask, Form, GoneRow, Icon, NamedIcon, OfficeLayout, OfficeTab, PageHead, Read, Submit, key_field, load, read};

const SIGN: Read<SignView> = read::<ReadSign, _>();

/// `/kantor/tanda-tangan`: one letter after the other, each read in full; then one question.
#[component]
pub fn SignPage() -> AnyView {
    load(SIGN, Ask::nothing().query("setelah").query("hasil"), sign_view)
}

fn sign_view(view: SignView) -> AnyView {
    let key = view.key;
    let (shown, asked) = match &view.now {
        Some(letter) => (vec![letter.id.to_string()], false),
        None => (Vec::new(), view.may_sign && !view.to_sign.is_empty()),
    };
    let done = view.done.map(done_view);
    // The form that was refused may not be on the page any more.
    let done = view! {
        {done}
        <GoneRow actions=vec![AgreeLetter::PATH, SendBack::PATH] field="_id" rows=shown/>
        {(!asked).then(|| view! { <GoneRow actions=vec![SignAll::PATH] field="_key" rows=Vec::new()/> })}
    }
    .into_any();
    let body = match view.now {
        Some(letter) => letter_view(*letter, view.all, view.agreed, view.return_reasons, key, done),
        None => end_view(view.to_sign, view.all, view.may_sign, view.stepped_up, &view.missing, key, done),
    };
    view! { <OfficeLayout frame=view.frame tab=OfficeTab::Sign>{body}</OfficeLayout> }.into_any()
}

fn letter_view(letter: SignLetter, all: u32, agreed: u32, reasons: Vec<Choice>, key: IdemKey, done: AnyView) -> AnyView {
    let id = letter.id.to_string();
    let skip = ["/kantor/tanda-tangan?setelah=", &id].concat();
    let fields = view! {
        <input type="hidden" name="_id" value=id.clone()/>
        <input type="hidden" name="_seen" value=letter.seen.0/>
        {key_field(key)}
    }
    .into_any();
    view! {
        <div class="steps">
            <p><b>"Surat " {letter.at} " dari " {all}</b><span>{agreed} " sudah disetujui"</span></p>
            {boxes(letter.at, all)}
        </div>
        <div class="page flow" data-read="">
            <PageHead title=letter.service.clone()/>
            {done}
            <p class="lede">"Janji: " {due_view(letter.due)} ". " {letter.checked}</p>
            <LetterFacsimile letter=letter.letter/>
            {draft_link(letter.id)}
            {papers(letter.photos)}
            <GoneRow actions=vec![SendBack::PATH, AgreeLetter::PATH] field="_id" rows=vec![id.clone()]/>
            {reason_form("Kembalikan ke petugas", "Petugas memeriksa lagi, lalu suratnya dibuat ulang.", SendBack::PATH, vec![("_id", id.clone())], "Kembalikan ke petugas", reasons, Box::new(|| fields))}
        </div>
        {if letter.may_agree { agree_view(id, letter.hash, skip, key) } else { not_mine_view(skip) }}
    }
    .into_any()
}

fn agree_view(id: String, hash: String, skip: String, key: IdemKey) -> AnyView {
    view! {
        <div class="act">
            <p>"Tanda tangan sekali, di akhir."</p>
            <Form action=AgreeLetter::PATH of=vec![("_id", id.clone())]>
                <input type="hidden" name="_id" value=id/>
                {key_field(key)}
                <input type="hidden" name="_hash" value=hash/>
                <div class="act-two">
                    <a class="btn btn-second" href=skip>"Lewati"</a>
                    <Submit label="Setuju, lanjut" icon=Some("check")/>
                </div>
            </Form>
        </div>
    }
    .into_any()
}

/// Whoever checked it does not sign it: then it is passed over, or checked by somebody else.
fn not_mine_view(skip: String) -> AnyView {
    view! {
        <div class="act">
            <p>"Anda sendiri yang memverifikasi surat ini, jadi Anda tidak menandatanganinya. Kembalikan ke petugas supaya diperiksa orang lain."</p>
            <a class="btn btn-second" href=skip>"Lewati"</a>
        </div>
    }
    .into_any()
}

/// A box a letter; with many letters the count alone says it.
fn boxes(at: u32, all: u32) -> AnyView {
    if all > 24 {
        return ().into_any();
    }
    let state = |place: u32| match place.cmp(&at) {
        std::cmp::Ordering::Less => Some("done"),
        std::cmp::Ordering::Equal => Some("now"),
        std::cmp::Ordering::Greater => None,
    };
    let boxes = (1..=all).map(|place| view! { <i data-s=state(place)></i> }).collect_view();
    view! { <div class="steps-bar" aria-hidden="true">{boxes}</div> }.into_any()
}

fn papers(photos: Vec<PhotoLine>) -> AnyView {
    if photos.is_empty() {
        return ().into_any();
    }
    let line = |photo: PhotoLine| {
        let href = ["/m/", &photo.id.to_string()].concat();
        view! { <li><a class="row" href=href rel="external" target="_blank"><Icon name="photo"/><span class="in">{photo.label}</span><Icon name="external"/></a></li> }
    };
    view! { <ul class="sheet rows" data-flush="">{photos.into_iter().map(line).collect_view()}</ul> }.into_any()
}

fn end_view(
    to_sign: Vec<SignLine>,
    all: u32,
    may_sign: bool,
    stepped_up: bool,
    missing: &[crate::features::offices::Missing],
    key: IdemKey,
    done: AnyView,
) -> AnyView {
    let body = match (to_sign.is_empty(), may_sign) {
        (_, false) => view! { <p>{all} " surat menunggu tanda tangan kepala desa atau lurah."</p> }.into_any(),
        (true, true) => nothing_view(all),
        (false, true) => question_view(to_sign, stepped_up, key),
    };
    view! {
        <div class="page flow" data-read="">
            <PageHead title="Tanda tangan"/>
            {done}
            {missing_view(missing)}
            {body}
        </div>
    }
    .into_any()
}

fn nothing_view(all: u32) -> AnyView {
    let (title, more) = if all == 0 {
        ("Tidak ada surat yang menunggu", "Surat yang sudah diverifikasi petugas muncul di sini.")
    } else {
        ("Belum ada surat yang Anda setujui", "Buka suratnya dari awal, baca, lalu setujui.")
    };
    view! {
        <div class="empty">
            <Icon name="awaiting_signature"/>
            <b>{title}</b>
            <p>{more}</p>
            {(all > 0).then(|| view! { <a class="btn" href="/kantor/tanda-tangan" rel="external">"Mulai dari awal"</a> })}
        </div>
    }
    .into_any()
}

/// The one question, with its consequence, and the second factor.
fn question_view(to_sign: Vec<SignLine>, stepped_up: bool, key: IdemKey) -> AnyView {
    let count = to_sign.len().to_string();
    let line = |line: &SignLine| view! { <li>{line.service.clone()} ", " {line.holder.clone()}</li> };
    let lines = to_sign.iter().map(line).collect_view();
    // Each letter by name, with the words that were read.
    let name = |line: SignLine| view! { <input type="hidden" name=["surat.", &line.id.to_string()].concat() value=line.hash/> };
    let names = to_sign.into_iter().map(name).collect_view();
    view! {
        <div class="dialog flow" role="group" aria-labelledby="tanya">
            <h2 id="tanya">"Tandatangani " {count.clone()} " surat?"</h2>
            <p>"Setiap surat mendapat nomor dan kode QR sekarang juga, dan tidak dapat diubah lagi. Yang salah hanya dapat dicabut."</p>
            <ol class="list">{lines}</ol>
            <Form action=SignAll::PATH>
                {key_field(key)}
                {names}
                {code_field(stepped_up)}
                <div class="btns">
                    <Submit label=["Tandatangani ", &count, " surat"].concat() icon=Some("sign")/>
                    <a class="btn btn-second" href="/kantor">"Batal"</a>
                </div>
            </Form>
        </div>
    }
    .into_any()
}

/// What the last press has done. Sent twice it says the same; where another press was faster, that.
fn done_view(signed: Signed) -> AnyView {
    let Signed { now, before, refused } = signed;
    let title = match (now, before) {
        (0, 0) => view! { "Belum ada surat yang ditandatangani" }.into_any(),
        (0, _) => view! { {before} " surat sudah ditandatangani sebelum ini" }.into_any(),
        (_, _) => view! { {now} " surat sudah ditandatangani" }.into_any(),
    };
    let earlier = (now > 0 && before > 0).then(|| view! { <p>{before} " surat lain sudah ditandatangani sebelum ini."</p> });
    let rest = (refused > 0).then(|| {
        view! { <p>{refused} " surat belum ditandatangani: belum dibaca, atau isi, kop, atau pejabatnya berubah. Baca lagi suratnya."</p> }
    });
    let (who, icon) = if refused == 0 { ("done", "circle-check") } else { ("you", "alert-triangle") };
    view! {
        <div class="note" data-who=who role="status" tabindex="-1">
            <NamedIcon name=icon/>
            <div><b>{title}</b>{earlier}{rest}</div>
        </div>
    }
    .into_any()
}
