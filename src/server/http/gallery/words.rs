use leptos::prelude::*;

use super::group::Examples;
use crate::ui::Icon;

pub fn examples() -> Examples {
    vec![
        ("Judul", headings()),
        ("Kata", words()),
        ("Angka", figures()),
        ("Senarai", list_views()),
        ("Siapa yang harus bertindak", says()),
        ("Kutipan dan rangka tunggu", quote_and_bones()),
    ]
}

fn headings() -> AnyView {
    view! {
        <div class="titled"><span class="ico" data-big=""><Icon name="pindah"/></span><h2>"Judul kedua: Surat Pindah"</h2></div>
        <p class="lede">"Satu kalimat di bawah judul, yang mengatakan untuk apa halaman ini."</p>
        <h3>"Judul ketiga: Pertanggungjawaban penyelenggaraan pemberdayaan masyarakat"</h3>
        <p>"Isi biasa, 17 piksel di HP dan 15 di meja kantor. " <a href="/galeri">"Tautan di dalam kalimat"</a> ", dan " <b>"kata yang penting"</b> "."</p>
    }
    .into_any()
}

fn words() -> AnyView {
    view! {
        <p class="soft">"Kata pendukung: petunjuk, keterangan, waktu. " <b>"Yang penting di dalamnya"</b> "."</p>
        <p><kbd>"r"</kbd> " kembalikan"</p>
        <p class="chips">
            <span class="n">"26"</span>
            <span class="n" data-who="stop">"3"</span>
        </p>
    }
    .into_any()
}

fn figures() -> AnyView {
    view! {
        <p class="price">"Rp38.000"</p>
        <p class="figure">"93 %"</p>
        <p>"NIK " <span class="num">"3510 1645 0690 0001"</span> ", nomor " <span class="num">"K7M4-P2XR-9"</span></p>
        <dl class="figures sheet">
            <div><dt>"selesai sesuai janji"</dt><dd>"93 %"</dd></div>
            <div><dt>"permohonan yang dipertanggungjawabkan sepanjang tahun"</dt><dd>"1.284"</dd></div>
        </dl>
    }
    .into_any()
}

fn list_views() -> AnyView {
    view! {
        <ul class="list"><li>"Kartu Keluarga"</li><li>"Surat pernyataan kebertanggungjawaban orang tua"</li></ul>
        <ol class="list"><li>"Isi datanya"</li><li>"Foto berkasnya"</li></ol>
    }
    .into_any()
}

fn says() -> AnyView {
    let say = |who: &'static str, icon: &'static str, words: &'static str| view! { <li><span class="say" data-who=who><Icon name=icon/>{words}</span></li> };
    view! {
        <ul>
            {say("you", "flag", "Perlu foto ulang")}
            {say("office", "clock", "Kantor sedang memeriksa")}
            {say("done", "check", "Tersimpan 09.41")}
            {say("stop", "alert-triangle", "Lewat 35 menit")}
            {say("grey", "device-mobile", "Tersimpan di HP")}
        </ul>
    }
    .into_any()
}

fn quote_and_bones() -> AnyView {
    view! {
        <div class="quote">
            <img src="/gambar/bingkai-ktp.svg" alt="" width="112" height="71"/>
            <div><b>"KTP-el"</b><p>"“Fotonya buram, NIK tidak terbaca.”"</p><small>"Bu Rini, 11.20"</small></div>
        </div>
        <span class="bone"></span>
        <span class="bone"></span>
    }
    .into_any()
}
