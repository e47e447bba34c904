use leptos::prelude::*;

use crate::features::applications::{TransferState, TransferView};
use crate::ui::NamedIcon;

/// Of a move of which nothing is sent.
const CARRIED_BY_HAND: &str = "Data pemohon tidak dikirim. Pemohon membawa suratnya sendiri; berkas tetap ke Dukcapil.";

/// Where a move to another office stands, and which office acts next.
pub fn transfer_view(transfer: TransferView) -> AnyView {
    let (before, after, next) = match transfer.state {
        TransferState::Incoming => ("Menunggu ", " menerima kepindahan ini.", "Yang bertindak sekarang: kantor tujuan."),
        TransferState::Accepted => ("", " sudah menerima kepindahan ini.", "Pemohon melanjutkan di kantor tujuan."),
        TransferState::Declined => ("", " menolak kepindahan ini.", "Yang bertindak sekarang: kantor ini. Hubungi pemohon."),
        TransferState::Cancelled => ("Pemberitahuan ke ", " dibatalkan.", "Suratnya dicabut sebelum ada jawaban."),
        TransferState::Closed => ("", " belum ikut Smart Kampung.", CARRIED_BY_HAND),
        TransferState::Withdrawn => ("Pemohon menarik persetujuan kirim data ke ", ".", CARRIED_BY_HAND),
    };
    let reason = transfer.reason.map(|reason| view! { <p>"“" {reason} "”"</p> });
    view! {
        <div class="note" data-who=transfer.state.who()>
            <NamedIcon name=transfer.state.icon()/>
            <div><b>{before} {transfer.office} {after}</b><p>{next}</p>{reason}</div>
        </div>
    }
    .into_any()
}
