use leptos::prelude::*;

use crate::features::offices::Missing;
use crate::ui::Icon;

/// What the office has to fill in before a letter can be issued; nothing when it has.
pub fn missing_view(missing: &[Missing]) -> AnyView {
    if missing.is_empty() {
        return ().into_any();
    }
    let lines = missing.iter().map(|what| view! { <li>{missing_words(*what)}</li> }).collect_view();
    view! {
        <div class="note" data-who="you">
            <Icon name="alert-triangle"/>
            <div>
                <b>"Kop surat belum lengkap"</b>
                <p>"Surat belum dapat diterbitkan. Yang masih kurang:"</p>
                <ul class="list">{lines}</ul>
                <p><a href="/kantor/pengaturan">"Lengkapi di Pengaturan"</a></p>
            </div>
        </div>
    }
    .into_any()
}

const fn missing_words(missing: Missing) -> &'static str {
    match missing {
        Missing::Address => "Alamat kantor dengan kode pos",
        Missing::HeadName => "Nama kepala desa atau lurah",
        Missing::HeadRank => "Pangkat lurah",
        Missing::HeadNip => "NIP lurah",
    }
}
