use leptos::prelude::*;

use super::group::Examples;
use crate::ui::{Icon, NamedIcon};

pub fn examples() -> Examples {
    vec![
        ("Baris yang membawa ke halaman lain", rows()),
        ("Tanya jawab", answers()),
        ("Jawaban di bawah pertanyaan", stacked()),
        ("Keterangan dengan ikon", items()),
        ("Lembar menurut giliran", sheets()),
    ]
}

fn rows() -> AnyView {
    let row = |icon: &'static str, name: &'static str, more: &'static str, here: Option<&'static str>| {
        view! { <li><a class="row" href="/galeri" aria-current=here><span class="ico"><Icon name=icon/></span><span class="in"><b>{name}</b><small>{more}</small></span><Icon name="chevron-right"/></a></li> }
    };
    view! {
        <ul class="rows">
            {row("qrcode", "Periksa keaslian surat", "Ketik atau pindai kodenya", None)}
            {row("sku", "Yang sedang dibuka", "Latar dan garis di kiri", Some("true"))}
            {row("spm", "Surat Pernyataan Kebertanggungjawaban Penyelenggaraan Kesejahteraan", "Diurus bersama-sama dengan kecamatan", None)}
        </ul>
    }
    .into_any()
}

fn answers() -> AnyView {
    view! {
        <section class="sheet flow">
            <div class="top"><h2>"Alamat tujuan"</h2><a class="link" href="/galeri">"Ubah"</a></div>
            <dl class="kv">
                <div><dt>"Nama lengkap"</dt><dd>"Raden Roro Kusumaningtyas Wirjosoekartodiningrat"</dd></div>
                <div><dt>"NIK"</dt><dd class="acted"><span class="num">"**** **** **** 0001"</span><a class="act-s" href="/galeri" aria-label="Kembalikan NIK"><Icon name="return"/></a></dd></div>
                <div><dt>"Umur"</dt><dd>"36 tahun " <small>"(dihitung)"</small></dd></div>
            </dl>
        </section>
    }
    .into_any()
}

fn stacked() -> AnyView {
    view! { <section class="sheet"><dl class="kv" data-stack=""><div><dt>"Keperluan surat"</dt><dd>"Pengajuan kredit usaha rakyat"</dd></div><div><dt>"Catatan"</dt><dd>"Tidak ada"</dd></div></dl></section> }.into_any()
}

fn items() -> AnyView {
    view! {
        <section class="sheet">
            <ul class="items">
                <li><Icon name="free"/><div><span class="k">"Biaya"</span><b>"Gratis"</b></div></li>
                <li><Icon name="clock"/><div><span class="k">"Waktu"</span><b>"1 hari kerja"</b><p>"Dihitung dari jam buka kantor."</p></div></li>
            </ul>
        </section>
    }
    .into_any()
}

fn sheets() -> AnyView {
    let sheet = |who: &'static str, words: &'static str| view! { <div class="sheet" data-who=who>{words}</div> };
    view! { {sheet("you", "Giliran Anda")} {sheet("office", "Giliran kantor")} {sheet("done", "Selesai")} {sheet("stop", "Berakhir tidak baik")} {sheet("grey", "Belum ada yang bertindak")} }.into_any()
}

pub fn grids() -> Examples {
    vec![("Ubin layanan", tiles(None)), ("Ubin kecil", tiles(Some(""))), ("Hitungan hari ini", counts()), ("Kartu", cards())]
}

fn tiles(small: Option<&'static str>) -> AnyView {
    let tile = |(icon, name): (&'static str, &'static str)| view! { <li><a class="tile" href="/galeri"><span class="ico"><NamedIcon name=icon/></span>{name}</a></li> };
    let all =
        [("sku", "Usaha (SKU)"), ("skd", "Domisili"), ("spm", "Pernyataan miskin (SPM)"), ("ktpproses", "Ketatausahaan kependudukan")];
    view! { <ul class="tiles" data-small=small>{all.map(tile).collect_view()}</ul> }.into_any()
}

fn counts() -> AnyView {
    let count = |who: Option<&'static str>, class: Option<&'static str>, figure: &'static str, what: &'static str, more: &'static str| {
        view! { <a class="count" href="/galeri" data-who=who data-class=class><b>{figure}</b><span>{what}</span><small>{more}</small></a> }
    };
    view! {
        <div class="counts">
            {count(Some("stop"), None, "1", "Lewat janji", "Kerjakan lebih dulu")}
            {count(Some("you"), None, "4", "Menunggu Anda", "Janji terdekat 14.30")}
            {count(Some("office"), None, "26", "Sedang dikerjakan", "Di semua petugas")}
            {count(Some("done"), None, "1.284", "Selesai tahun ini", "93 % sesuai janji")}
            {count(Some("grey"), None, "0", "Belum ada", "Tidak ada yang menunggu")}
        </div>
        <div class="counts">
            {count(None, Some("maju"), "38", "Maju", "10 butir atau lebih")}
            {count(None, Some("berkembang"), "121", "Berkembang", "5 sampai 9 butir")}
            {count(None, Some("kurang"), "58", "Kurang", "Di bawah 5 butir")}
        </div>
    }
    .into_any()
}

fn cards() -> AnyView {
    view! {
        <ul class="cards">
            <li>
                <a class="card" href="/galeri">
                    <span class="photo">
                        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><path fill="#c8a165" d="M0 0h1v1H0z"/></svg>
                        <picture><img src="/gambar/kosong/belum-ada-produk.svg" alt="" width="160" height="160" loading="lazy"/></picture>
                    </span>
                    <div>
                        <span class="card-name">"Kopi robusta sangrai"</span>
                        <b class="price">"Rp38.000"</b>
                        <small>"per 200 g"</small>
                        <span class="say" data-who="done"><Icon name="circle-check"/>"Halal"</span>
                        <span class="card-place"><span>"Gombengsari"</span><span>"Kec.\u{a0}Kalipuro"</span></span>
                    </div>
                </a>
            </li>
            <li>
                <a class="card" href="/galeri">
                    <img src="/gambar/kosong/belum-ada-produk.svg" alt="" width="160" height="160" loading="lazy"/>
                    <div><span class="card-name">"Keberlangsungan kerajinan anyaman bambu tradisional Gintangan"</span><b class="price">"Habis"</b><span class="card-place"><span>"Gintangan"</span><span>"Kec.\u{a0}Blimbingsari"</span></span></div>
                </a>
            </li>
            <li><a class="card" href="/galeri" data-empty=""><Icon name="plus"/><b>"Tambah foto"</b></a></li>
        </ul>
    }
    .into_any()
}
