use leptos::prelude::*;

use super::group::Examples;
use crate::features::applications::State;
use crate::ui::{Icon, NamedIcon, use_words};

/// A case's state as residents read it.
pub fn mark(state: State) -> AnyView {
    let words = use_words().cases().states[state as usize];
    let draft = (state == State::Draft).then_some("");
    view! { <span class="mark" data-who=state.who() data-draft=draft><NamedIcon name=state.code()/>{words}</span> }.into_any()
}

pub fn marks() -> Examples {
    let plain = |state: State| {
        let words = use_words().cases().states[state as usize];
        view! { <span class="mark" data-who=state.who() data-plain=""><NamedIcon name=state.code()/>{words}</span> }
    };
    let boxed = State::ALL.map(mark).collect_view();
    let plain = State::ALL.map(plain).collect_view();
    vec![
        ("Semua keadaan permohonan", view! { <p class="chips">{boxed}</p> }.into_any()),
        ("Tanpa kotak, di dalam tabel", view! { <p class="chips">{plain}</p> }.into_any()),
        ("Kata panjang", long_mark()),
        ("13 petak", petak()),
    ]
}

fn long_mark() -> AnyView {
    view! { <p><span class="mark" data-who="you"><Icon name="needs_fix"/>"Perlu perbaikan: 12 berkas dan 3 jawaban pertanggungjawaban"</span></p> }.into_any()
}

fn petak() -> AnyView {
    let values = ["2", "2", "1", "2", "0", "1", "2", "2", "0", "-", "2", "1", "-"];
    view! {
        <p>"7 terpenuhi, 3 sebagian, 2 tidak, 2 belum ditelaah"</p>
        <span class="petak" aria-hidden="true">{values.map(|value| view! { <i data-v=value></i> }).collect_view()}</span>
    }
    .into_any()
}

pub fn notes() -> Examples {
    let note = |who: &'static str, icon: &'static str, title: &'static str, sentence: &'static str| {
        view! { <div class="note" data-who=who><Icon name=icon/><div><b>{title}</b><p>{sentence}</p></div></div> }.into_any()
    };
    vec![
        ("Keterangan", note("office", "info-circle", "Keterangan", "Hal yang perlu diketahui.")),
        ("Giliran Anda", note("you", "clock-pause", "Perlu tindakan Anda", "Waktu berhenti: menunggu Anda.")),
        ("Hasil", note("done", "circle-check", "Permohonan ini sudah kami terima", "Nomor K7M4-P2XR-9.")),
        ("Gagal", note("stop", "alert-triangle", "Tidak terkirim", "Isian Anda aman. Coba kirim lagi.")),
        ("Tanpa sinyal", note("grey", "wifi-off", "Tanpa sinyal", "Tersimpan di HP, belum diterima kantor.")),
        (
            "Kata panjang",
            note(
                "you",
                "flag",
                "Pertanggungjawaban penyelenggaraan kesejahteraan",
                "Keberlangsungan pendokumentasian administrasi kependudukan.",
            ),
        ),
        ("Janji berjalan", promise("done", "Janji: besok 14.00", "Sisa 6 jam")),
        ("Janji berhenti", promise("you", "Waktu berhenti", "Menunggu warga")),
        ("Janji lewat", promise("stop", "Lewat 35 menit", "Dijanjikan 13.00")),
    ]
}

fn promise(who: &'static str, title: &'static str, more: &'static str) -> AnyView {
    view! { <p class="promise" data-who=who><b>{title}</b><small>{more}</small></p> }.into_any()
}

pub fn steps() -> Examples {
    vec![
        ("Tersimpan", step(2, "done", "check", "Tersimpan 09.41")),
        (
            "Pita putih",
            view! { <div class="band flow"><h2>"Surat 4 dari 12"</h2><p class="soft">"Satu hal yang dibicarakan halaman ini."</p></div> }
                .into_any(),
        ),
        ("Tanpa sinyal", step(5, "grey", "device-mobile", "Tersimpan di HP")),
    ]
}

pub fn way() -> Examples {
    vec![
        ("Menunggu kantor", timeline(State::InReview, "Bu Rini mengambilnya pukul 11.20")),
        ("Menunggu warga", timeline(State::NeedsFix, "Foto KTP buram")),
    ]
}

fn step(here: u8, who: &'static str, icon: &'static str, saved: &'static str) -> AnyView {
    let state = |step: u8| if step < here { Some("done") } else { (step == here).then_some("now") };
    let boxes = (1..=5).map(|step| view! { <i data-s=state(step)></i> }).collect_view();
    view! {
        <div class="steps">
            <p><b>"Langkah " {here} " dari 5"</b><span class="say" data-who=who><Icon name=icon/>{saved}</span></p>
            <div class="steps-bar" aria-hidden="true">{boxes}</div>
        </div>
    }
    .into_any()
}

fn timeline(now: State, says: &'static str) -> AnyView {
    let words = use_words().cases().states[now as usize];
    view! {
        <div class="sheet">
            <ol class="time">
                <li data-s="done"><span class="node"><Icon name="check"/></span><div><b>"Terkirim"</b><p>"Selasa, 24 November, 09.41"</p></div></li>
                <li data-s="now" data-who=now.who()><span class="node"><NamedIcon name=now.code()/></span><div><b>{words}</b><p>{says}</p></div></li>
                <li data-s="next"><span class="node"><Icon name="awaiting_signature"/></span><div><span>"Ditandatangani kepala desa"</span></div></li>
                <li data-s="next"><span class="node"><Icon name="issued"/></span><div><span>"Surat siap"</span><p>"Dijanjikan Rabu, 25 November, 14.00"</p></div></li>
            </ol>
        </div>
    }
    .into_any()
}

pub fn verdicts() -> Examples {
    let words = use_words().check();
    let all = [
        ("sah", &words.valid),
        ("kedaluwarsa", &words.expired),
        ("diganti", &words.replaced),
        ("dicabut", &words.revoked),
        ("tidak_dikenal", &words.unknown),
    ];
    all.map(|(code, verdict)| {
        let band = view! { <div class="verdict" data-v=code><Icon name=code/><div><b>{verdict.word}</b><p>{verdict.order}</p></div></div> };
        (verdict.word, band.into_any())
    })
    .into()
}

pub fn empty() -> Examples {
    vec![
        ("Dengan ikon", with_icon()),
        ("Dengan gambar", drawn("belum-ada-permohonan", "Belum ada permohonan", "Surat yang Anda ajukan muncul di sini.")),
        ("Hasil kosong", drawn("hasil-kosong", "Tidak ada kantor dengan nama itu", "Coba nama kecamatannya.")),
        ("Tanpa sinyal", drawn("tanpa-sinyal", "Tidak ada sinyal", "Isian Anda tersimpan di HP.")),
        ("Tidak ditemukan", drawn("tidak-ditemukan", "Halaman tidak ditemukan", "Alamatnya mungkin salah ketik.")),
        ("Server sibuk", drawn("server-sibuk", "Sedang sibuk", "Isian Anda aman. Coba lagi sebentar.")),
    ]
}

fn with_icon() -> AnyView {
    view! { <div class="empty"><Icon name="bag"/><b>"Belum ada produk"</b><p>"Tambah produk pertama, 2 menit."</p><a class="btn" href="/galeri">"Tambah produk"</a></div> }.into_any()
}

fn drawn(scene: &'static str, title: &'static str, sentence: &'static str) -> AnyView {
    let scene = ["/gambar/kosong/", scene, ".svg"].concat();
    view! { <div class="empty"><img src=scene alt="" width="160" height="120"/><b>{title}</b><p>{sentence}</p></div> }.into_any()
}
