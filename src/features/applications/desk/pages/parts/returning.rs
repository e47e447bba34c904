use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::applications::desk::{AbsentLine, AnswerLine, DeskCaseView, PhotoLine, RequestFix};
use crate::forms::Choice;
use crate::ui::{Form, FormState, Icon, Select, Submit, TextArea};

/// What goes back to the resident: each answer and each photo with its own reason. Only these unlock.
/// Whoever chooses no reason returns nothing.
pub fn returning_form(view: &DeskCaseView, fields: AnyView) -> AnyView {
    let there = view.photos.iter().map(|photo| (photo_path(photo), photo.label.clone()));
    let absent = view.absent.iter().map(|photo| (absent_path(photo), [&photo.label, " (belum ada)"].concat()));
    let photos: Vec<_> = there.chain(absent).collect();
    let lines = view.groups.iter().flat_map(|group| &group.lines).filter(|line| line.typed);
    let answers: Vec<_> = lines.map(|line| (answer_path(line), line.label.clone())).collect();
    let reasons = view.return_reasons.clone();
    view! {
        <section class="sheet flow" id="kembalikan" tabindex="-1" data-key="r">
            <h2>"Kembalikan ke pemohon"</h2>
            <p class="soft">"Pilih alasan pada setiap isian atau berkas yang harus diperbaiki. Waktu janji berhenti sampai diperbaiki."</p>
            <Form action=RequestFix::PATH>
                {fields}
                {marks_view(photos, answers, &reasons)}
                <Submit label="Kembalikan ke pemohon" icon=Some("return") class="btn btn-second"/>
            </Form>
        </section>
    }
    .into_any()
}

/// Built inside the form: a field asks the form around it what was typed.
fn marks_view(photos: Vec<(String, String)>, answers: Vec<(String, String)>, reasons: &[Choice]) -> AnyView {
    let photos = (!photos.is_empty()).then(|| view! { <h3>"Berkas"</h3> {items(photos, reasons)} });
    let names = answers.iter().flat_map(|(path, _)| names_of(path)).collect();
    let open = expect_context::<FormState>().marks(names);
    view! {
        {photos}
        <details open=open>
            <summary class="row"><span class="in"><b>"Isian"</b></span><Icon name="chevron-down"/></summary>
            {items(answers, reasons)}
        </details>
    }
    .into_any()
}

fn items(named: Vec<(String, String)>, reasons: &[Choice]) -> AnyView {
    named.into_iter().map(|(path, label)| item(&path, label, reasons.to_vec())).collect_view().into_any()
}

fn item(path: &str, label: String, reasons: Vec<Choice>) -> AnyView {
    let anchor = ["kembali-", path].concat();
    let [reason, note] = names_of(path);
    let open = expect_context::<FormState>().marks(vec![reason.clone(), note.clone()]);
    view! {
        <details id=anchor open=open>
            <summary class="row"><span class="in">{label}</span><Icon name="return"/></summary>
            <div class="flow">
                <Select name=reason label="Alasan" options=reasons/>
                <TextArea name=note label="Catatan untuk pemohon" hint=Some("Contoh: Foto ulang di tempat terang.".to_owned())/>
            </div>
        </details>
    }
    .into_any()
}

/// Its reason and its note, as fields of the form.
fn names_of(path: &str) -> [String; 2] {
    [["alasan.", path].concat(), ["catatan.", path].concat()]
}

/// A photo is named by its question and itself.
fn photo_path(photo: &PhotoLine) -> String {
    [&photo.field, "@", &photo.id.to_string()].concat()
}

/// One that is missing by its question alone.
fn absent_path(photo: &AbsentLine) -> String {
    [&photo.field, "@"].concat()
}

fn answer_path(line: &AnswerLine) -> String {
    line.path.clone()
}
