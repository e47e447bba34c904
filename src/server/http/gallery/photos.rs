use leptos::prelude::*;

use super::group::Examples;
use crate::domain::{ApplicationId, IdemKey};
use crate::features::documents::{PhotoQuestion, PhotoRow};
use crate::ui::{Icon, use_words};

/// Rows that a page draws before it is alive, and what they become while a photo is on its way.
pub fn examples() -> Examples {
    let words = use_words().photos();
    let said = |who: &'static str, icon: &'static str, sentence: &'static str| {
        view! { <span class="say" data-who=who><Icon name=icon/>{sentence}</span> }.into_any()
    };
    let sending =
        view! { <span class="soft">"Mengirim 134 dari 216 KB"</span><progress max="216" value="134" aria-label="Terkirim"></progress> };
    let refused = view! { <p class="problem"><Icon name="alert-circle"/>"Berkas ini bukan foto. Pilih foto JPEG, PNG, atau WebP."</p> };
    vec![
        ("Kosong", asked("ktp", "KTP-el", None, false, None)),
        ("Kosong, bila ada", asked("lain", "Surat pernyataan kebertanggungjawaban orang tua", Some("Bermeterai"), true, None)),
        ("Perlu foto ulang", asked("kk", "Kartu Keluarga", None, false, Some("Bagian bawahnya terpotong."))),
        ("Halaman yang hidup", pickers()),
        ("Tersimpan di HP", row("bingkai-surat", "Surat pemilik rumah", said("grey", "device-mobile", words.on_phone), "Kirim sekarang")),
        ("Sedang dikirim", row("bingkai-ktp", "KTP-el", sending.into_any(), "Ganti foto")),
        ("Diterima", row("bingkai-kk", "Kartu Keluarga", said("done", "circle-check", words.received), "Ganti foto")),
        ("Ditolak", row("bingkai-kk", "Kartu Keluarga", refused.into_any(), "Ganti foto")),
    ]
}

fn asked(field: &'static str, label: &str, hint: Option<&str>, optional: bool, returned: Option<&str>) -> AnyView {
    let question = PhotoQuestion {
        case: ApplicationId::from_u128(0),
        field: field.into(),
        label: label.into(),
        hint: hint.map(str::to_owned),
        optional,
        most: 1,
        photos: Vec::new(),
        returned: returned.map(str::to_owned),
        key: IdemKey::from_u128(0),
    };
    view! { <ul class="ups"><PhotoRow question remove="/galeri"/></ul> }.into_any()
}

fn row(picture: &'static str, name: &'static str, state: AnyView, act: &'static str) -> AnyView {
    let picture = ["/gambar/", picture, ".svg"].concat();
    view! {
        <ul class="ups">
            <li class="up">
                <img class="up-pic" src=picture alt="" width="76" height="76"/>
                <div class="up-in"><b>{name}</b>{state}<p class="links"><a class="link" href="/galeri">{act}</a></p></div>
            </li>
        </ul>
    }
    .into_any()
}

fn pickers() -> AnyView {
    let words = use_words().photos();
    view! {
        <ul class="ups">
            <li class="up" data-s="empty">
                <img class="up-pic" src="/gambar/bingkai-ktp.svg" alt="" width="76" height="76"/>
                <div class="up-in"><b>"KTP-el"</b><p class="soft">{words.required}</p></div>
                <div class="btns" data-side="">
                    <label class="pickfile"><input type="file" accept="image/*" capture="environment" aria-label=words.take/><span class="btn"><Icon name="camera"/>{words.take}</span></label>
                    <label class="pickfile"><input type="file" accept="image/*" aria-label=words.gallery/><span class="btn btn-second"><Icon name="photo"/>{words.gallery}</span></label>
                </div>
            </li>
        </ul>
    }
    .into_any()
}
