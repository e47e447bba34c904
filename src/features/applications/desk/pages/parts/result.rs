use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::ui::{Icon, done_view};

/// What the last act has done: a notice at the top of the page that follows. The address carries a
/// word of a list, never a sentence.
pub fn result_note() -> AnyView {
    let sentence = match result().as_str() {
        "diambil" => "Permohonan ini sekarang Anda pegang selama dua jam.",
        "dikembalikan" => "Sudah dikembalikan ke pemohon. Waktu janji berhenti.",
        "ditolak" => "Permohonan dinyatakan tidak dapat diproses.",
        "diverifikasi" => "Terverifikasi. Suratnya menunggu tanda tangan.",
        "dicatat" => "Catatan tersimpan.",
        "nik" => "NIK dan KK ditampilkan selama lima menit. Ini tercatat.",
        "diteruskan" => "Tercatat: diteruskan ke Dukcapil.",
        "skpwni" => "SKPWNI tercatat. Pemohon dapat mengunduhnya.",
        "selesai" => "Tercatat: permohonan ini selesai.",
        "dicabut" => "Surat sudah dicabut. Siapa pun yang memeriksanya akan tahu.",
        "dicoret" => "Nomor sudah dicoret. Nomor itu tidak akan dipakai lagi.",
        "disimpan" => "Pengaturan tersimpan.",
        _ => return ().into_any(),
    };
    done_view(sentence.to_owned())
}

/// Somebody was faster: what holds now, with who has the case in hand.
pub fn changed_note(hold: String) -> AnyView {
    if result() != "berubah" {
        return ().into_any();
    }
    let now = if hold.is_empty() { "Keadaannya sekarang tampak di halaman ini.".to_owned() } else { hold };
    view! {
        <div class="note" data-who="you" role="status" tabindex="-1">
            <Icon name="alert-triangle"/>
            <div><b>"Permohonan ini baru saja berubah"</b><p>{now}</p></div>
        </div>
    }
    .into_any()
}

fn result() -> String {
    use_query_map().with_untracked(|query| query.get("hasil")).unwrap_or_default()
}
