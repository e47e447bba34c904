use leptos::prelude::*;

use crate::features::applications::TransferState;
use crate::ui::{Icon, NamedIcon};

/// A state as officers of the destination call it.
const fn state_words(state: TransferState) -> &'static str {
    match state {
        TransferState::Incoming => "Menunggu jawaban",
        TransferState::Accepted => "Diterima",
        TransferState::Declined => "Ditolak",
        TransferState::Cancelled => "Dibatalkan",
        TransferState::Closed | TransferState::Withdrawn => "Tidak dikirim",
    }
}

pub fn state_mark(state: TransferState) -> AnyView {
    view! { <span class="mark" data-who=state.who()><NamedIcon name=state.icon()/>{state_words(state)}</span> }.into_any()
}

/// Whoever answered before it learns it, too.
pub fn revoked_note() -> AnyView {
    view! { <span class="say" data-who="stop"><Icon name="alert-triangle"/>"Surat asal dicabut"</span> }.into_any()
}
