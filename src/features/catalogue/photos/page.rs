use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{ArrangeGoods, PhotoLine, PhotosSaid, PhotosView, ReadPhotos};
use crate::features::catalogue::pages::{framed, picture_view};
use crate::ui::{Ask, FileField, FileForm, Form, Icon, NamedIcon, PageHead, Read, Submit, TextField, done_view, key_field, load, read};

const PHOTOS: Read<PhotosView> = read::<ReadPhotos, _>();

/// `/kantor/produk/{id}/foto` and `/akun/toko/produk/{id}/foto`: the photos of a product. Whoever presses one
/// of its buttons loses nothing that was typed beside another.
#[component]
pub fn PhotosPage() -> AnyView {
    load(PHOTOS, Ask::nothing().param("id").query("hasil"), |view: PhotosView| framed(view.frame.clone(), photos_view(view)))
}

fn photos_view(view: PhotosView) -> AnyView {
    let (to, name) = view.back.clone();
    let (who, icon, sentence) = view.standing.clone();
    let done = (!view.done.is_empty()).then(|| done_view(view.done.clone()));
    view! {
        <div class="page flow">
            <a class="back" href=to><Icon name="chevron-left"/>{name}</a>
            <PageHead title=view.title.clone()/>
            <p class="lede">{view.said.lede.clone()}</p>
            {done}
            <div class="note" data-who=who><NamedIcon name=icon/><div>{sentence}</div></div>
            {if view.photos.is_empty() { view! { <p class="soft">{view.said.none.clone()}</p> }.into_any() } else { arranged_view(&view) }}
            {view.takes_more.then(|| add_view(&view))}
        </div>
    }
    .into_any()
}

fn arranged_view(view: &PhotosView) -> AnyView {
    let (id, seen, key) = (view.id.to_string(), view.seen.0.to_string(), view.key);
    // Fields are drawn inside of their form: it tells them what was typed and what is wrong.
    let inside = view.clone();
    view! {
        <Form action={<ArrangeGoods as ServerFn>::PATH}>
            <input type="hidden" name="_id" value=id/>
            <input type="hidden" name="_seen" value=seen/>
            {key_field(key)}
            <ol class="flow">{lines_view(&inside)}</ol>
            {inside.changeable.then(|| acts_view(&inside))}
        </Form>
    }
    .into_any()
}

fn lines_view(view: &PhotosView) -> AnyView {
    let last = view.photos.len();
    view.photos.iter().zip(1..).map(|(photo, number)| photo_view(photo, number, last, view)).collect_view().into_any()
}

fn acts_view(view: &PhotosView) -> AnyView {
    let said = &view.said;
    let propose = view.whole.then(|| view! { <Submit label=said.propose.clone() icon=Some("send") press=Some(("lakukan", "kirim"))/> });
    view! {
        <Submit label=said.save.clone() class="btn btn-second" press=Some(("lakukan", "simpan"))/>
        {propose}
    }
    .into_any()
}

/// Each press says which photo is meant.
const EARLIER: [&str; 8] = ["naik-1", "naik-2", "naik-3", "naik-4", "naik-5", "naik-6", "naik-7", "naik-8"];
const LATER: [&str; 8] = ["turun-1", "turun-2", "turun-3", "turun-4", "turun-5", "turun-6", "turun-7", "turun-8"];
const REMOVE: [&str; 8] = ["hapus-1", "hapus-2", "hapus-3", "hapus-4", "hapus-5", "hapus-6", "hapus-7", "hapus-8"];

fn photo_view(photo: &PhotoLine, number: usize, last: usize, view: &PhotosView) -> AnyView {
    let name = ["alt_", &number.to_string()].concat();
    let press = |presses: &[&'static str; 8], icon: &'static str, word: &str| {
        let press = presses.get(number - 1).map(|press| ("lakukan", *press));
        let label = [word, " ", &number.to_string()].concat();
        view! { <Submit label icon=Some(icon) class="btn btn-second btn-row" press/> }.into_any()
    };
    let PhotosSaid { earlier, later, remove, .. } = &view.said;
    let acts = view.changeable.then(|| {
        let earlier = (number > 1).then(|| press(&EARLIER, "arrow-left", earlier));
        let later = (number < last).then(|| press(&LATER, "arrow-right", later));
        view! { <div class="btns">{earlier}{later}{press(&REMOVE, "trash", remove)}</div> }.into_any()
    });
    view! {
        <li class="sheet">
            <div class="cols" data-two="">
                {picture_view(photo.picture.clone(), "(min-width:48rem) 24rem, 90vw", number == 1)}
                <div class="flow">
                    <TextField name label=photo.label.clone() hint=view.said.alt_hint.clone() value=photo.alt.clone()/>
                    {acts}
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// The browser itself sends it, whether or not the page is alive.
fn add_view(view: &PhotosView) -> AnyView {
    let (action, key) = (["/unggah/produk/", &view.id.to_string()].concat(), view.key);
    let PhotosSaid { add, file, file_hint, alt, alt_hint, send, .. } = view.said.clone();
    view! {
        <section class="sheet flow">
            <h2>{add}</h2>
            <FileForm action=action>
                {key_field(key)}
                <FileField name="foto" label=file hint=file_hint accept="image/jpeg,image/png,image/webp" photo=true/>
                <TextField name="alt" label=alt hint=alt_hint/>
                <Submit label=send icon=Some("upload") class="btn"/>
            </FileForm>
        </section>
    }
    .into_any()
}
