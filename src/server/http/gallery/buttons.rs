use leptos::prelude::*;

use super::group::Examples;
use crate::ui::Icon;

pub fn examples() -> Examples {
    vec![
        ("Satu utama, satu kedua", main_and_second()),
        ("Mengakhiri, WhatsApp", other_kinds()),
        ("Belum bisa ditekan", not_yet()),
        ("Kata panjang", long_words()),
        ("Bersebelahan dan kecil", small()),
        ("Tautan", links()),
        ("Saring", filters()),
    ]
}

fn main_and_second() -> AnyView {
    view! {
        <div class="btns">
            <a class="btn" href="/galeri"><Icon name="send"/>"Kirim permohonan"</a>
            <a class="btn btn-second" href="/galeri">"Kembali"</a>
        </div>
        <p><a class="btn" href="/galeri">"Mulai"<Icon name="arrow-right"/></a></p>
    }
    .into_any()
}

fn other_kinds() -> AnyView {
    view! {
        <div class="btns">
            <a class="btn btn-stop" href="/galeri">"Cabut surat"</a>
            <a class="btn btn-wa" href="/galeri"><Icon name="brand-whatsapp"/>"Pesan lewat WhatsApp"</a>
            <a class="btn btn-second btn-wa" href="/galeri"><Icon name="brand-whatsapp"/>"Bagikan"</a>
            <button class="btn btn-second btn-alive" type="button"><Icon name="skd"/>"Terdekat dari saya"</button>
        </div>
    }
    .into_any()
}

fn not_yet() -> AnyView {
    view! {
        <div class="btns">
            <button class="btn" type="button" aria-busy="true" aria-disabled="true"><Icon name="loader"/>"Mengirim…"</button>
            <button class="btn" type="button" aria-disabled="true" aria-describedby="sebabnya">"Tandatangani 10 surat"</button>
        </div>
        <p class="soft" id="sebabnya">"Isi kop surat kantor dulu."</p>
    }
    .into_any()
}

fn long_words() -> AnyView {
    view! {
        <div class="btns">
            <a class="btn" href="/galeri"><Icon name="send"/>"Pertanggungjawabkan penyelenggaraan pemberdayaan masyarakat"</a>
            <a class="btn btn-second" href="/galeri">"Keberlangsungan-pertanggungjawaban-ketatausahaan"</a>
        </div>
    }
    .into_any()
}

fn small() -> AnyView {
    view! {
        <div class="btns" data-side="">
            <a class="btn" href="/galeri"><Icon name="camera"/>"Ambil foto"</a>
            <a class="btn btn-second" href="/galeri"><Icon name="photo"/>"Galeri"</a>
        </div>
        <p class="chips">
            <a class="btn btn-row btn-second" href="/galeri">"Ambil"</a>
            <a class="btn btn-row btn-second" href="/galeri"><Icon name="printer"/>"Cetak"</a>
        </p>
        <a class="btn btn-wide btn-second" href="/galeri">"Selebar panel samping"</a>
    }
    .into_any()
}

fn links() -> AnyView {
    view! {
        <a class="back" href="/galeri"><Icon name="chevron-left"/>"Semua layanan"</a>
        <p><a class="link" href="/galeri"><Icon name="download"/>"Unduh surat (PDF, 84 KB)"</a></p>
        <p class="links"><a class="link" href="/galeri">"Putar"</a><a class="link" href="/galeri">"Ganti foto"</a><a class="link" data-who="stop" href="/galeri">"Hapus"</a></p>
    }
    .into_any()
}

fn filters() -> AnyView {
    view! {
        <p class="chips">
            <a class="chip" href="/galeri" aria-current="true">"Semua"</a>
            <a class="chip" href="/galeri"><Icon name="sku"/>"Usaha"</a>
            <a class="chip" href="/galeri">"Ketenagakerjaan dan kesejahteraan"</a>
        </p>
        <nav class="tabs" aria-label="Saring permohonan">
            <a href="/galeri" aria-current="true">"Semua "<span class="n">"26"</span></a>
            <a href="/galeri">"Perlu perbaikan "<span class="n">"4"</span></a>
            <a href="/galeri">"Lewat janji "<span class="n" data-who="stop">"1"</span></a>
        </nav>
        <p class="chips"><button class="switch" type="button" aria-pressed="true">"Hidup"</button><button class="switch" type="button" aria-pressed="false">"Mati"</button></p>
    }
    .into_any()
}

/// Looks of fields for which no component is needed.
pub fn other_fields() -> Examples {
    vec![("Cari", find()), ("Baik", good()), ("Sebaris", in_line()), ("Pilihan dengan keterangan", choices())]
}

fn find() -> AnyView {
    view! {
        <form class="field" method="get" action="/galeri" role="search">
            <label for="cari">"Nama desa, kelurahan, atau kecamatan"</label>
            <p class="hint" id="cari-hint">"Contoh: Tamansari"</p>
            <div class="find">
                <input class="box" id="cari" name="cari" type="search" autocomplete="off" aria-describedby="cari-hint"/>
                <button class="btn"><Icon name="search"/>"Cari"</button>
            </div>
        </form>
    }
    .into_any()
}

fn good() -> AnyView {
    view! {
        <div class="field">
            <label for="nik-baik">"NIK"</label>
            <p class="good" id="nik-baik-good"><Icon name="check"/>"16 angka, lengkap"</p>
            <input class="box box-nik" id="nik-baik" inputmode="numeric" autocomplete="off" value="3510 1645 0690 0001" aria-describedby="nik-baik-good"/>
        </div>
        <div class="field">
            <label for="tetap">"Nomor pendaftaran, tidak diubah"</label>
            <input class="box" id="tetap" value="K7M4-P2XR-9" autocomplete="off" readonly/>
        </div>
    }
    .into_any()
}

fn in_line() -> AnyView {
    view! {
        <p class="legend">"RT dan RW"</p>
        <div class="fields" data-bad="">
            <div class="field"><label for="rt">"RT"</label><input class="box" id="rt" inputmode="numeric" autocomplete="off" value="002"/></div>
            <div class="field">
                <label for="rw">"RW"</label>
                <p class="problem" id="rw-error"><Icon name="alert-circle"/>"Isi RW."</p>
                <input class="box" id="rw" inputmode="numeric" autocomplete="off" aria-invalid="true" aria-describedby="rw-error"/>
            </div>
        </div>
        <div class="field"><label for="kode-pos">"Kode pos"</label><input class="box box-s" id="kode-pos" inputmode="numeric" autocomplete="off" value="68454"/></div>
    }
    .into_any()
}

fn choices() -> AnyView {
    view! {
        <fieldset class="field">
            <legend>"Berkas yang dibawa"</legend>
            <div class="opts">
                <label class="opt"><input type="checkbox" name="bawa" checked/><span><span><b>"Kartu Keluarga"</b><small>"Asli atau salinan"</small></span></span></label>
                <label class="opt"><input type="checkbox" name="bawa"/><span><span><b>"Surat pernyataan kebertanggungjawaban orang tua"</b><small>"Bila pemohon belum 17 tahun"</small></span><Icon name="izinortu"/></span></label>
                <label class="opt"><input type="checkbox" name="bawa" disabled/><span><span><b>"Surat kehilangan"</b><small>"Tidak berlaku untuk layanan ini"</small></span></span></label>
            </div>
        </fieldset>
    }
    .into_any()
}

pub fn dialogs() -> Examples {
    vec![("Satu pertanyaan, akibatnya, dan kata kerjanya lagi", dialog())]
}

fn dialog() -> AnyView {
    view! {
        <div class="dialog flow" role="group" aria-labelledby="tanya">
            <h2 id="tanya">"Tandatangani 10 surat?"</h2>
            <p>"Nomor surat diberikan saat ini juga dan tidak dapat diubah. 2 surat yang Anda lewati tetap menunggu."</p>
            <div class="field">
                <label for="kode-aplikasi">"Kode dari aplikasi pengaman"</label>
                <p class="hint" id="kode-aplikasi-hint">"6 angka"</p>
                <input class="box" id="kode-aplikasi" inputmode="numeric" autocomplete="one-time-code" aria-describedby="kode-aplikasi-hint"/>
            </div>
            <div class="btns">
                <button class="btn" type="button"><Icon name="sign"/>"Tandatangani 10 surat"</button>
                <a class="btn btn-second" href="/galeri">"Batal"</a>
            </div>
        </div>
    }
    .into_any()
}

/// The bar of the one act, last in the page.
pub fn act_view() -> AnyView {
    view! {
        <div class="act">
            <p>"Tanda tangan sekali, di akhir."</p>
            <div class="act-two"><a class="btn btn-second" href="/galeri">"Lewati"</a><a class="btn" href="/galeri"><Icon name="check"/>"Setuju, lanjut"</a></div>
        </div>
    }
    .into_any()
}
