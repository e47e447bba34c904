use leptos::prelude::*;

use super::group::Examples;
use super::state::mark;
use crate::features::applications::State;
use crate::ui::{Icon, KeyHints, NamedIcon};

pub fn examples() -> Examples {
    let keys = vec![("/", "cari"), ("j", "turun"), ("k", "naik"), ("a", "ambil")];
    vec![
        ("Tabel biasa", plain()),
        ("Antrean", queue()),
        ("Baris kerja", work()),
        ("Tombol papan ketik, di meja saja", view! { <KeyHints keys/> }.into_any()),
    ]
}

fn plain() -> AnyView {
    let row = |name: &'static str, kecamatan: &'static str, value: &'static str, here: Option<&'static str>| {
        view! { <tr aria-current=here><th scope="row">{name}</th><td data-th="Kecamatan">{kecamatan}</td><td data-th="Nilai" data-n="">{value}</td></tr> }
    };
    view! {
        <div class="sheet" data-flush=""><div class="t-wrap">
            <table class="t">
                <caption class="sr-only">"Desa menurut nilai"</caption>
                <thead><tr><th scope="col">"Desa"</th><th scope="col">"Kecamatan"</th><th scope="col" data-n="">"Nilai"</th></tr></thead>
                <tbody>
                    {row("Tamansari", "Licin", "92,31", None)}
                    {row("Gombengsari", "Kalipuro", "84,62", Some("true"))}
                    {row("Kesejahteraan-Pemberdayaan", "Ketatausahaan", "7,69", None)}
                </tbody>
            </table>
        </div></div>
    }
    .into_any()
}

type Row = (AnyView, State, &'static str, &'static str, &'static str, &'static str);

fn queue() -> AnyView {
    let say = |who: &'static str, icon: &'static str, words: &'static str| {
        view! { <span class="say" data-who=who><Icon name=icon/>{words}</span> }.into_any()
    };
    let rows: Vec<Row> = vec![
        (say("stop", "alert-triangle", "Lewat 35 menit"), State::Submitted, "sku", "Surat Keterangan Usaha", "M3QT-6NVE-1", ""),
        ("Hari ini 14.00".into_any(), State::InReview, "spm", "Surat Pernyataan Kebertanggungjawaban", "K7M4-P2XR-9", "Bu Rini"),
        (say("grey", "clock-pause", "Berhenti"), State::NeedsFix, "skd", "Surat Keterangan Domisili", "Q4WD-8HTC-5", "Bu Rini"),
    ];
    let heads = ["Janji", "Keadaan", "Layanan", "Pemohon", "NIK", "Nomor", "Lewat", "Petugas"];
    view! {
        <div class="t-wrap">
            <table class="t queue">
                <caption class="sr-only">"Permohonan, janji terdekat lebih dulu"</caption>
                <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                <tbody>{rows.into_iter().map(queue_row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn queue_row((due, state, icon, service, reference, officer): Row) -> AnyView {
    view! {
        <tr>
            <td class="q-due">{due}</td>
            <td class="q-mark">{mark(state)}</td>
            <td class="q-what"><span class="t-ico"><NamedIcon name=icon/>{service}</span></td>
            <td class="q-who">"Y*** A*****"</td>
            <td class="q-nik">"…0002"</td>
            <td class="q-ref"><a href="/galeri">{reference}</a></td>
            <td class="q-via">"HP"</td>
            <td class="q-by">{(!officer.is_empty()).then_some(officer)}</td>
        </tr>
    }
    .into_any()
}

fn work() -> AnyView {
    view! {
        <ul class="rows">
            <li class="row"><span class="due">"Hari ini 14.30"</span><Icon name="lahir"/><span class="in"><b>"Surat Kelahiran"</b><small>"Y*** A*****"</small></span><a class="btn btn-row btn-second" href="/galeri">"Ambil"</a></li>
            <li class="row"><span class="due"><span class="say" data-who="stop"><Icon name="alert-triangle"/>"Lewat 35 menit"</span></span><Icon name="skd"/><span class="in"><b>"Surat Keterangan Domisili"</b><small>"S*** A*****"</small></span><a class="btn btn-row btn-second" href="/galeri">"Ambil"</a></li>
        </ul>
    }
    .into_any()
}
