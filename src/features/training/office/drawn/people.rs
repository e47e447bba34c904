use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::{IdemKey, ParticipantId};
use crate::features::training::office::WithdrawSomebody;
use crate::ui::{MarkView, PlainForm, Submit, Way, key_field, mark_view};

pub struct PersonFigure {
    pub id: ParticipantId,
    pub name: String,
    pub contact: String,
    pub place: Option<MarkView>,
    /// "2/3" sessions.
    pub present: String,
    /// Before and after: "3/5".
    pub tests: [String; 2],
    /// The office may strike them out.
    pub leaves: bool,
    /// Where WhatsApp opens with news for them.
    pub tell: Option<Way>,
}

/// Who takes part and who waits, first come first.
pub fn people(people: Vec<PersonFigure>, tested: bool, here: &str, key: IdemKey) -> AnyView {
    if people.is_empty() {
        return view! { <p class="soft">"Belum ada yang mendaftar."</p> }.into_any();
    }
    let tests = tested.then(|| view! { <th scope="col" data-n="">"Sebelum"</th><th scope="col" data-n="">"Sesudah"</th> }.into_any());
    let rows = (1..).zip(people).map(|(number, one): (u32, _)| row_view(number, one, tested, here, key)).collect_view();
    view! {
        <div class="t-wrap" tabindex="0" role="region" aria-label="Peserta">
            <table class="t">
                <caption class="sr-only">"Peserta dan daftar tunggu, menurut urutan mendaftar"</caption>
                <thead>
                    <tr>
                        <th scope="col" data-n="">"No."</th>
                        <th scope="col">"Nama"</th>
                        <th scope="col">"Keadaan"</th>
                        <th scope="col" data-n="">"Hadir"</th>
                        {tests}
                        <th scope="col">"Tindakan"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row_view(number: u32, one: PersonFigure, tested: bool, here: &str, key: IdemKey) -> AnyView {
    let PersonFigure { id, name, contact, place, present, tests: [before, after], leaves, tell } = one;
    let tests =
        tested.then(|| view! { <td data-n="" data-th="Sebelum">{before}</td><td data-n="" data-th="Sesudah">{after}</td> }.into_any());
    let id = id.to_string();
    let label = ["Batalkan ", &name].concat();
    let here = here.to_owned();
    let leaves = leaves.then(move || {
        view! {
            <PlainForm action={<WithdrawSomebody as ServerFn>::PATH} here=here of=vec![("_id", id.clone())]>
                <input type="hidden" name="_id" value=id/>
                {key_field(key)}
                <Submit label=label class="btn btn-second btn-row"/>
            </PlainForm>
        }
        .into_any()
    });
    let tell = tell.map(|Way { to, words }| view! { <a class="link" href=to rel="external noopener">{words}</a> }.into_any());
    let acts = match tell {
        Some(tell) => view! { <div class="flow">{leaves}{tell}</div> }.into_any(),
        None => leaves.into_any(),
    };
    view! {
        <tr>
            <th scope="row" data-n="">{number}</th>
            <td data-th="Nama"><span><b>{name}</b> " " <small>{contact}</small></span></td>
            <td data-th="Keadaan">{place.map(mark_view)}</td>
            <td data-n="" data-th="Hadir">{present}</td>
            {tests}
            <td data-th="Tindakan">{acts}</td>
        </tr>
    }
    .into_any()
}
