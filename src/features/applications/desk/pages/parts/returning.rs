use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::applications::desk::{AnswerLine, DeskCaseView, PhotoLine, RequestFix};
use crate::forms::Choice;
use crate::ui::{Form, Icon, Select, Submit, TextArea};

/// What goes back to the resident: each answer and each photo with its own reason. Only these unlock.
/// Whoever chooses no reason returns nothing.
pub fn returning_form(view: &DeskCaseView, fields: AnyView) -> AnyView {
    let photos = view.photos.iter().map(|photo| item(photo_path(photo), photo.label.clone(), view.return_reasons.clone())).collect_view();
    let lines = view.groups.iter().flat_map(|group| &group.lines);
    let answers = lines.map(|line| item(answer_path(line), line.label.clone(), view.return_reasons.clone())).collect_view();
    view! {
        <section class="sheet flow" id="kembalikan" tabindex="-1" data-key="r">
            <h2>"Kembalikan ke pemohon"</h2>
            <p class="soft">"Pilih alasan pada setiap isian atau berkas yang harus diperbaiki. Waktu janji berhenti sampai diperbaiki."</p>
            <Form action=RequestFix::PATH>
                {fields}
                <h3>"Berkas"</h3>
                {photos}
                <h3>"Isian"</h3>
                {answers}
                <Submit label="Kembalikan ke pemohon" icon=Some("return") class="btn btn-second"/>
            </Form>
        </section>
    }
    .into_any()
}

fn item(path: String, label: String, reasons: Vec<Choice>) -> AnyView {
    let anchor = ["kembali-", &path].concat();
    view! {
        <details id=anchor>
            <summary class="row"><span class="in">{label}</span><Icon name="return"/></summary>
            <div class="flow">
                <Select name=["alasan.", &path].concat() label="Alasan" options=reasons/>
                <TextArea name=["catatan.", &path].concat() label="Catatan untuk pemohon" hint=Some("Contoh: Foto ulang di tempat terang.".to_owned())/>
            </div>
        </details>
    }
    .into_any()
}

/// A photo is named by its question and itself.
pub fn photo_path(photo: &PhotoLine) -> String {
    [&photo.field, "@", &photo.id.to_string()].concat()
}

pub fn answer_path(line: &AnswerLine) -> String {
    line.path.clone()
}
