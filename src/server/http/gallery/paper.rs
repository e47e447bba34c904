use leptos::prelude::*;

use super::group::Examples;
use crate::features::compliance::public::{Area, map_svg};
use crate::features::letters::{Across, Facsimile, FacsimilePart, LetterFacsimile};
use crate::ui::{Drawing, Icon};

pub fn examples() -> Examples {
    vec![
        ("Konsep surat", view! { <LetterFacsimile letter=letter(None)/> }.into_any()),
        ("Surat terbit", view! { <LetterFacsimile letter=letter(Some("500.2.2.4/117/35.10.24.2008/2026"))/> }.into_any()),
        ("Lembar cetak", sheet()),
        ("Bagan", chart()),
        ("Peta kelas", map()),
        ("Berkas di meja kantor", papers()),
        ("Kode QR", qr()),
        ("Poster", view! { <div class="print poster flow"><h2>"Dapur Bu Yuni"</h2><p>"Tamansari (Kec. Licin)"</p>{qr()}</div> }.into_any()),
    ]
}

/// Not signed yet: without a number.
fn letter(number: Option<&str>) -> Facsimile {
    let row = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let rows = vec![row("Nama", "SITI AMINAH"), row("NIK", "3510164506900001"), row("Pekerjaan", "Pedagang")];
    Facsimile {
        across: number.is_none().then_some(Across::Draft),
        stand_in: true,
        kop: ["PEMERINTAH KABUPATEN BANYUWANGI", "KECAMATAN LICIN", "DESA TAMANSARI"].map(str::to_owned),
        address: "Jalan Kawah Ijen 7, Tamansari 68454".into(),
        title: "Surat Keterangan Usaha".into(),
        number: number.map(str::to_owned),
        parts: vec![
            FacsimilePart::Text("Yang bertanda tangan di bawah ini menerangkan bahwa:".into()),
            FacsimilePart::Rows(rows),
            FacsimilePart::Text("benar-benar menjalankan usaha sejak tahun 2017.".into()),
        ],
        place_and_day: "Tamansari, 24 November 2026".into(),
        post: vec!["Kepala Desa Tamansari".into()],
        name: "HADI SANTOSO".into(),
        below: Vec::new(),
        left: None,
    }
}

fn sheet() -> AnyView {
    view! {
        <div class="print flow">
            <div class="kop"><img src="/gambar/lambang.svg" alt=""/><div><b>"Desa Tamansari"</b><span>"Kec.\u{a0}Licin, Kabupaten Banyuwangi"</span></div></div>
            <dl class="kv"><div><dt>"Biaya"</dt><dd>"Gratis"</dd></div><div><dt>"Waktu"</dt><dd>"1 hari kerja"</dd></div></dl>
            <h2>"Siapkan"</h2>
            <ul class="ticks"><li>"KTP-el"</li><li>"Kartu Keluarga"</li></ul>
            <h2>"Caranya"</h2>
            <ol class="ways"><li>"Isi datanya dari HP"</li><li>"Ambil suratnya, atau unduh"</li></ol>
            <div class="sign-here"><p>"Licin, 24 November 2026"</p><p>"Camat Licin"</p><p><b>"Agus Setiawan"</b></p></div>
            <p class="print-foot">"Jalan Kawah Ijen 7 · Dicetak 24 November 2026"</p>
        </div>
    }
    .into_any()
}

/// Villages by class, and the way to a limit.
fn chart() -> AnyView {
    let legend = |class: &'static str, words: &'static str| {
        view! { <span><svg class="chart" viewBox="0 0 16 16" aria-hidden="true"><path class=class d="M0 0h16v16H0z"></path></svg>{words}</span> }
    };
    view! {
        <svg class="chart" viewBox="0 0 320 150" role="img" aria-label="38 maju, 121 berkembang, 58 kurang, 10 belum ditelaah">
            <path class="axis" d="M70 0v120"></path>
            <text x="0" y="19">"Maju"</text><rect class="maju" x="70" y="4" width="68" height="22"></rect><text class="on-dark" x="78" y="20">"38"</text>
            <text x="0" y="49">"Tumbuh"</text><rect class="berkembang" x="70" y="34" width="218" height="22"></rect><text x="78" y="50">"121"</text>
            <text x="0" y="79">"Kurang"</text><rect class="kurang" x="70" y="64" width="104" height="22"></rect><text class="on-dark" x="78" y="80">"58"</text>
            <text x="0" y="109">"Belum"</text><rect class="none" x="70" y="94" width="18" height="22"></rect><text x="96" y="110">"10"</text>
            <path class="limit" d="M70 130h240"></path>
            <path class="trend" d="M70 146l80-6 80-4 80-10"></path><circle class="dot" cx="310" cy="126" r="4"></circle>
        </svg>
        <p class="legend-row">{legend("maju", "Maju")}{legend("berkembang", "Berkembang")}{legend("kurang", "Kurang")}{legend("none", "Belum ditelaah")}</p>
    }
    .into_any()
}

/// All classes, so that their signs are seen beside each other.
fn map() -> AnyView {
    let classes = ["maju", "berkembang", "kurang", "none"];
    let look = |office: i64| {
        let class = usize::try_from(office).ok().and_then(|office| classes.get(office % classes.len())).copied().unwrap_or("none");
        Area { class, name: ["Desa ", &office.to_string(), ": ", class].concat(), to: "/galeri".to_owned() }
    };
    view! { <h3 id="peta">"217 kantor"</h3><Drawing html=map_svg(look)/> }.into_any()
}

fn papers() -> AnyView {
    view! {
        <div class="thumbs">
            <a class="thumb" href="/galeri" aria-current="true"><img src="/gambar/bingkai-ktp.svg" alt=""/>"KTP-el"<span class="say"><Icon name="flag"/>"buram"</span></a>
            <a class="thumb" href="/galeri"><img src="/gambar/bingkai-kk.svg" alt=""/>"Kartu Keluarga"</a>
        </div>
        <div class="viewer"><img src="/gambar/bingkai-ktp.svg" alt="KTP-el"/></div>
    }
    .into_any()
}

/// The three corners of a code: its size and its margin, and nothing to read.
fn qr() -> AnyView {
    view! {
        <svg class="qr" viewBox="-4 -4 29 29" role="img" aria-label="Sudut kode QR" shape-rendering="crispEdges">
            <path fill="#fff" d="M-4 -4h29v29h-29z"></path>
            <path fill-rule="evenodd" d="M0 0h7v7h-7zM1 1v5h5v-5zM2 2h3v3h-3zM14 0h7v7h-7zM15 1v5h5v-5zM16 2h3v3h-3zM0 14h7v7h-7zM1 15v5h5v-5zM2 16h3v3h-3z"></path>
        </svg>
    }
    .into_any()
}
