use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::applications::desk::{AnswerLine, DeskCaseView, PhotoLine, RequestFix};
use crate::forms::Choice;
use crate::ui::{Form, Icon, Select, Submit, TextArea};

/// What goes back to the resident: each answer and each photo with its own reason. Only these unlock.
/// Whoever chooses no reason returns nothing.
pub fn returning_form(view: &DeskCaseView, fields: AnyView) -> AnyView {
    let photos: Vec<_> = view.photos.iter().map(|photo| (photo_path(photo), photo.label.clone())).collect();
    let lines = view.groups.iter().flat_map(|group| &group.lines).filter(|line| line.typed);
    let answers: Vec<_> = lines.map(|line| (answer_path(line), line.label.clone())).collect();
    let (of_photos, of_answers) = (view.return_reasons.clone(), view.return_reasons.clone());
    view! {
        <section class="sheet flow" id="kembalikan" tabindex="-1" data-key="r">
            <h2>"Kembalikan ke pemohon"</h2>
            <p class="soft">"Pilih alasan pada setiap isian atau berkas yang harus diperbaiki. Waktu janji berhenti sampai diperbaiki."</p>
            <Form action=RequestFix::PATH>
                {fields}
                <h3>"Berkas"</h3>
                {items(photos, &of_photos)}
                <details>
                    <summary class="row"><span class="in"><b>"Isian"</b></span><Icon name="chevron-down"/></summary>
                    {items(answers, &of_answers)}
                </details>
                <Submit label="Kembalikan ke pemohon" icon=Some("return") class="btn btn-second"/>
            </Form>
        </section>
    }
    .into_any()
}

/// Built inside the form: a field asks the form around it what was typed.
fn items(named: Vec<(String, String)>, reasons: &[Choice]) -> AnyView {
    named.into_iter().map(|(path, label)| item(&path, label, reasons.to_vec())).collect_view().into_any()
}

fn item(path: &str, label: String, reasons: Vec<Choice>) -> AnyView {
    let anchor = ["kembali-", path].concat();
    view! {
        <details id=anchor>
            <summary class="row"><span class="in">{label}</span><Icon name="return"/></summary>
            <div class="flow">
                <Select name=["alasan.", path].concat() label="Alasan" options=reasons/>
                <TextArea name=["catatan.", path].concat() label="Catatan untuk pemohon" hint=Some("Contoh: Foto ulang di tempat terang.".to_owned())/>
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
