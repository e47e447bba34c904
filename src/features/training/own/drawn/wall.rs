use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::WallFigure;
use crate::features::training::own::AttendHere;
use crate::features::training::public::form_view;
use crate::ui::{Submit, TextField, TextKind};

pub fn wall(figure: WallFigure) -> AnyView {
    let WallFigure { training, code, labels: [label, hint], button, key, page } = figure;
    let fields = move || {
        view! {
            <TextField name="angka" label=label hint=hint.to_owned() value=code kind=TextKind::Digits fill="one-time-code"/>
            <Submit label=button/>
        }
        .into_any()
    };
    let form = form_view(AttendHere::PATH, &page, ("_pelatihan", training.to_string()), key, fields);
    view! { <section class="sheet">{form}</section> }.into_any()
}
