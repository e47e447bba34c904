use leptos::prelude::*;

use crate::features::applications::State;
use crate::ui::NamedIcon;

/// A state as officers call it.
const fn state_words(state: State) -> &'static str {
    match state {
        State::Draft => "Belum dikirim",
        State::Submitted => "Baru",
        State::InReview => "Sedang diperiksa",
        State::NeedsFix => "Perlu perbaikan",
        State::AwaitingSignature => "Menunggu tanda tangan",
        State::Rejected => "Tidak dapat diproses",
        State::Issued => "Surat terbit",
        State::Forwarded => "Diteruskan ke Dukcapil",
        State::Completed => "Selesai",
        State::Withdrawn => "Dibatalkan",
        State::Closed => "Ditutup",
        State::Revoked => "Surat dicabut",
    }
}

pub fn state_mark(state: State) -> AnyView {
    // In an office "you" is the resident: the colour says who must move, whoever looks.
    view! { <span class="mark" data-who=state.who()><NamedIcon name=state.code()/>{state_words(state)}</span> }.into_any()
}
