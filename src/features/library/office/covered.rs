//! The cover of a title at the desk, as finished HTML: how it is shown, and where another photo is brought.

use leptos::prelude::*;

use crate::domain::{IdemKey, TitleId};
use crate::features::catalogue::{Picture, picture_view};
use crate::ui::{FileField, FileForm, Submit, key_field};

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
