use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::{IdemKey, LetterId, ParticipantId, TrainingId};
use crate::features::training::office::{RevokeCertificateHere, SignAgain, SignCertificates};
use crate::forms::Choice;
use crate::ui::{
    Icon, MarkView, NoteView, PlainForm, Select, Submit, TextField, TextKind, Way, key_field, mark_view, note_view, was_refused,
};

pub struct CertificatesFigure {
    pub id: TrainingId,
    pub here: String,
    pub lede: String,
    /// What has to be done before anybody can sign.
    pub note: Option<NoteView>,
    /// The printer's files.
    pub prints: Vec<Way>,
    pub signs: bool,
    pub waiting: usize,
    pub holders: Vec<HolderFigure>,
    pub reasons: Vec<Choice>,
    /// The second factor was not shown just now.
    pub asks_code: bool,
    pub key: IdemKey,
}

pub struct HolderFigure {
    pub id: ParticipantId,
    pub name: String,
    /// Empty before it is signed.
    pub number: String,
    pub mark: MarkView,
    /// The one that can be revoked.
    pub revokes: Option<LetterId>,
    pub signs_anew: bool,
}

pub fn certificates(figure: CertificatesFigure) -> String {
    let CertificatesFigure { id, here, lede, note, prints, signs, waiting, holders, reasons, asks_code, key } = figure;
    let link = |Way { to, words }: Way| view! { <a class="btn btn-second" href=to rel="external">{words}</a> }.into_any();
    let prints = (!prints.is_empty()).then(|| view! { <p class="links">{prints.into_iter().map(link).collect_view()}</p> }.into_any());
    let sign = signs.then(|| sign_view(id, &here, waiting, asks_code, key));
    let rows = holders.into_iter().map(|holder| holder_view(holder, &here, &reasons, asks_code, key)).collect_view();
    view! {
        <p class="lede">{lede}</p>
        {note.map(note_view)}
        {prints}
        {sign}
        <ul class="rows">{rows}</ul>
    }
    .into_any()
    .to_html()
}

fn sign_view(id: TrainingId, here: &str, waiting: usize, asks_code: bool, key: IdemKey) -> AnyView {
    let (id, here, label) = (id.to_string(), here.to_owned(), format!("Tanda tangani {waiting} sertifikat"));
    view! {
        <section class="sheet">
            <PlainForm action=SignCertificates::PATH here=here>
                <input type="hidden" name="_id" value=id/>
                {key_field(key)}
                <p>"Setiap sertifikat mendapat nomor sendiri dari buku register, dan bisa diperiksa siapa saja."</p>
                {code_field(asks_code)}
                <Submit label=label/>
            </PlainForm>
        </section>
    }
    .into_any()
}

/// The second factor, asked where the act asks for it.
fn code_field(asked: bool) -> AnyView {
    if !asked {
        return ().into_any();
    }
    let hint = Some("6 angka dari aplikasi di HP Anda".to_owned());
    view! { <TextField name="kode" label="Kode keamanan" hint=hint kind=TextKind::Digits fill="one-time-code"/> }.into_any()
}

fn holder_view(holder: HolderFigure, here: &str, reasons: &[Choice], asks_code: bool, key: IdemKey) -> AnyView {
    let HolderFigure { id, name, number, mark, revokes, signs_anew } = holder;
    let revoke = revokes.map(|certificate| revoke_view((id, certificate), here, reasons, asks_code, key));
    let anew = signs_anew.then(|| anew_view(id, here, asks_code, key));
    view! {
        <li>
            <div class="row"><span class="in"><b>{name}</b><small class="num">{number}</small>{mark_view(mark)}</span></div>
            {revoke}
            {anew}
        </li>
    }
    .into_any()
}

fn revoke_view((id, certificate): (ParticipantId, LetterId), here: &str, reasons: &[Choice], asks_code: bool, key: IdemKey) -> AnyView {
    let (id, certificate, here, reasons) = (id.to_string(), certificate.to_string(), here.to_owned(), reasons.to_vec());
    let open = was_refused(RevokeCertificateHere::PATH);
    view! {
        <details open=open>
            <summary class="row"><span class="in">"Cabut sertifikat ini"</span><Icon name="chevron-down"/></summary>
            <PlainForm action=RevokeCertificateHere::PATH here=here of=vec![("_id", id.clone())]>
                <input type="hidden" name="_id" value=id/>
                <input type="hidden" name="_sertifikat" value=certificate/>
                {key_field(key)}
                <Select name="alasan" label="Alasan" hint=Some("Tampil kepada siapa pun yang memeriksa sertifikatnya.".to_owned()) options=reasons/>
                {code_field(asks_code)}
                <Submit label="Cabut sertifikat" class="btn btn-stop"/>
            </PlainForm>
        </details>
    }
    .into_any()
}

fn anew_view(id: ParticipantId, here: &str, asks_code: bool, key: IdemKey) -> AnyView {
    let (id, here) = (id.to_string(), here.to_owned());
    view! {
        <details open=was_refused(SignAgain::PATH)>
            <summary class="row"><span class="in">"Tanda tangani sertifikat baru"</span><Icon name="chevron-down"/></summary>
            <PlainForm action=SignAgain::PATH here=here of=vec![("_id", id.clone())]>
                <input type="hidden" name="_id" value=id/>
                {key_field(key)}
                {code_field(asks_code)}
                <Submit label="Tanda tangani sertifikat baru"/>
            </PlainForm>
        </details>
    }
    .into_any()
}
