use leptos::prelude::*;

use crate::ui::{TextField, TextKind};

/// The second factor, asked where the act asks for it.
pub fn code_field(stepped_up: bool) -> AnyView {
    if stepped_up {
        return ().into_any();
    }
    view! { <TextField name="kode" label="Kode keamanan" hint=Some("6 angka dari aplikasi di HP Anda".to_owned()) kind=TextKind::Digits fill="one-time-code"/> }
        .into_any()
}
