use axum::extract::State;
use axum::http::Uri;
use axum::response::Html;
use axum::routing::any;
use axum::{Extension, Router};
use leptos::prelude::*;
use leptos_router::components::Router as Addresses;
use leptos_router::location::RequestUrl;

use super::group::{Group, Width};
use super::{buttons, colours, icons, lists, paper, photos, state, tables, words};
use crate::server::engine::Engine;
use crate::ui::{
    Frame, FrameCounts, Icon, OfficeLayout, OfficeTab, PublicLayout, RegencyLayout, RegencyTab, ResidentLayout, ResidentTab, Visitor,
    form_examples,
};

/// Addresses of the gallery, one for each hat: an office sees the same parts set tighter, with a rail.
pub const PUBLIC: &str = "/galeri";
pub const RESIDENT: &str = "/galeri/warga";
pub const OFFICE: &str = "/galeri/kantor";
pub const REGENCY: &str = "/galeri/kabupaten";

const HATS: [(&str, &str); 4] = [(PUBLIC, "Umum"), (RESIDENT, "Warga"), (OFFICE, "Kantor"), (REGENCY, "Kabupaten")];

/// Its forms are sent to itself, and change nothing.
pub fn gallery(engine: &Engine) -> Router {
    if !engine.demo {
        return Router::new();
    }
    let css = engine.assets.bundle.css.clone();
    let routes = HATS.into_iter().fold(Router::new(), |routes, (path, _)| routes.route(path, any(page)));
    routes.with_state(css)
}

/// Drawn without the way of the app's pages, which would append the data that only browser code reads.
async fn page(State(css): State<String>, Extension(visitor): Extension<Visitor>, uri: Uri) -> Html<String> {
    let drawing = Owner::new_root(None);
    let html = drawing.with(|| {
        provide_context(visitor);
        provide_context(RequestUrl::new(uri.path()));
        document(css, visitor, uri.path()).to_html()
    });
    Html(html)
}

fn document(css: String, visitor: Visitor, path: &str) -> AnyView {
    let path = path.to_owned();
    view! {
        <!DOCTYPE html>
        <html lang=visitor.lang.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light"/>
                <title>"Galeri · Smart Kampung"</title>
                <link rel="stylesheet" href=css/>
                <link rel="icon" href="/mark.svg" type="image/svg+xml"/>
            </head>
            <body><Addresses>{framed(&path)}</Addresses></body>
        </html>
    }
    .into_any()
}

fn framed(path: &str) -> AnyView {
    let body = body(path);
    match path {
        RESIDENT => view! { <ResidentLayout tab=Some(ResidentTab::Applications)>{body}</ResidentLayout> }.into_any(),
        OFFICE => {
            view! { <OfficeLayout frame=frame("Desa Tamansari", "Kec.\u{a0}Licin") tab=OfficeTab::Applications>{body}</OfficeLayout> }
                .into_any()
        }
        REGENCY => {
            view! { <RegencyLayout frame=frame("Kabupaten Banyuwangi", "") tab=RegencyTab::Offices>{body}</RegencyLayout> }.into_any()
        }
        _ => view! { <PublicLayout place="Tamansari (Kec.\u{a0}Licin)">{body}{buttons::act_view()}</PublicLayout> }.into_any(),
    }
}

fn frame(unit: &str, place: &str) -> Frame {
    let counts = FrameCounts { queue: 26, to_sign: 3, review: 2 };
    Frame { unit: unit.into(), place: place.into(), person: "Rini Wulandari".into(), role: "Operator".into(), counts }
}

fn body(path: &str) -> AnyView {
    let hat = |(to, name): (&'static str, &'static str)| view! { <a href=to aria-current=(to == path).then_some("page")>{name}</a> };
    let hats = HATS.map(hat).collect_view();
    let groups = groups();
    let way = |group: &Group| view! { <a class="chip" href=["#", group.id].concat()>{group.title}</a> };
    let ways = groups.iter().map(way).collect_view();
    view! {
        <div class="hero">
            <img class="scene" src="/gambar/cakrawala.svg" alt="" width="360" height="112"/>
            <div class="page flow">
                <h1>"Galeri Smart Kampung"</h1>
                <p class="lede">"Semua bagian tampilan, dalam setiap keadaannya. Orang dan angka di sini rekaan."</p>
                <nav class="tabs" aria-label="Topi">{hats}</nav>
            </div>
        </div>
        <div class="page">
            // Closed at first: a bar that sticks would lie over some of these.
            <details class="sheet" data-flush="">
                <summary class="row"><span class="in"><b>"Isi galeri"</b></span><Icon name="chevron-down"/></summary>
                <nav class="page chips" aria-label="Isi galeri">{ways}</nav>
            </details>
        </div>
        {groups.into_iter().map(Group::view).collect_view()}
    }
    .into_any()
}

fn groups() -> Vec<Group> {
    let group = |id, title, width, examples| Group { id, title, examples, width };
    vec![
        group("warna", "Warna", Width::Whole, colours::examples()),
        group("huruf", "Huruf dan kata", Width::Half, words::examples()),
        group("tombol", "Tombol dan tautan", Width::Half, buttons::examples()),
        group("isian", "Isian", Width::Half, form_examples()),
        group("isian-lain", "Isian lain", Width::Half, buttons::other_fields()),
        group("tanda", "Tanda keadaan", Width::Half, state::marks()),
        group("pemberitahuan", "Pemberitahuan dan janji", Width::Half, state::notes()),
        group("langkah", "Langkah dan pita", Width::Band, state::steps()),
        group("perjalanan", "Perjalanan surat", Width::Half, state::way()),
        group("periksa", "Hasil periksa surat", Width::Band, state::verdicts()),
        group("foto", "Unggah foto", Width::Half, photos::examples()),
        group("daftar", "Daftar dan lembar", Width::Half, lists::examples()),
        group("ubin", "Ubin, kartu, dan angka", Width::Whole, lists::grids()),
        group("tabel", "Tabel dan baris kerja", Width::Whole, tables::examples()),
        group("kosong", "Belum ada isi", Width::Half, state::empty()),
        group("surat", "Surat, bagan, dan cetak", Width::Half, paper::examples()),
        group("konfirmasi", "Konfirmasi", Width::Half, buttons::dialogs()),
        group("ikon", "Ikon", Width::Whole, icons::examples()),
    ]
}
