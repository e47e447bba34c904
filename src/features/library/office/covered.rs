//! The cover of a title and its files at the desk, as finished HTML: where they are brought.

use leptos::prelude::*;

use crate::domain::{IdemKey, TitleId};
use crate::features::catalogue::{Picture, picture_view};
use crate::features::library::Licence;
use crate::forms::Choice;
use crate::ui::{FileField, FileForm, Select, Submit, TextField, key_field, was_refused};

use super::desk::LANG;

/// How wide a cover stands at the desk.
const WIDE: &str = "14rem";

pub fn cover(picture: Picture, title: TitleId, key: IdemKey) -> String {
    let action = ["/unggah/buku/", &title.to_string(), "/sampul"].concat();
    view! {
        <ul class="cards"><li><div class="card">{picture_view(picture, WIDE, false)}</div></li></ul>
        <section class="sheet">
            <FileForm action=action>
                {key_field(key)}
                <FileField name="foto" label="Foto sampul" hint="Sampul depan, tegak dan terang. JPEG, PNG, atau WebP paling besar 12 MB. Semua orang melihatnya." accept="image/jpeg,image/png,image/webp"/>
                <Submit label="Kirim foto sampul"/>
            </FileForm>
        </section>
    }
    .into_any()
    .to_html()
}

/// Whether the form below came back: then it stays, even where the title has all its files by now.
pub fn file_was_refused(title: TitleId) -> bool {
    was_refused(&file_door(title))
}

fn file_door(title: TitleId) -> String {
    ["/unggah/buku/", &title.to_string(), "/berkas"].concat()
}

/// Where a file of the title is brought that everybody may read.
pub fn file(title: TitleId, key: IdemKey) -> String {
    let action = file_door(title);
    let licence = |licence: &Licence| Choice { code: licence.code().to_owned(), label: licence.words(LANG).to_owned(), of: None };
    let options: Vec<Choice> = Licence::ALL.iter().map(licence).collect();
    view! {
        <section class="sheet">
            <FileForm action=action>
                {key_field(key)}
                <FileField name="berkas" label="Berkas PDF" hint="Paling besar 5 MB, paling banyak 3. Hanya buku yang lisensinya terbuka: semua orang boleh mengunduhnya." accept="application/pdf"/>
                <Select name="lisensi" label="Lisensi" hint=Some("Seperti tertulis di dalam bukunya.".to_owned()) options=options value=String::new()/>
                <TextField name="sumber" label="Sumber" hint=Some("Penerbit atau alamat asalnya. Contoh: Badan Bahasa, budi.kemdikbud.go.id".to_owned())/>
                <Submit label="Kirim berkas"/>
            </FileForm>
        </section>
    }
    .into_any()
    .to_html()
}
