use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::catalogue::office::{
    EditView, ReadEditProduct, ReadEditShop, ReadNewProduct, ReadNewShop, WriteNewProduct, WriteNewShop, WriteProduct, WriteShop,
};
use crate::features::catalogue::pages::{framed, listing_form};
use crate::ui::{Ask, PageHead, Read, back_view, load, note_view, read};

const NEW_SHOP: Read<EditView> = read::<ReadNewShop, _>();
const SHOP: Read<EditView> = read::<ReadEditShop, _>();
const NEW_PRODUCT: Read<EditView> = read::<ReadNewProduct, _>();
const PRODUCT: Read<EditView> = read::<ReadEditProduct, _>();

/// `/kantor/produk/toko/baru`
#[component]
pub fn NewShopPage() -> AnyView {
    load(NEW_SHOP, Ask::nothing(), |view| edit_view(view, WriteNewShop::PATH))
}

/// `/kantor/produk/toko/{id}/ubah`
#[component]
pub fn EditShopPage() -> AnyView {
    load(SHOP, Ask::nothing().param("id"), |view| edit_view(view, WriteShop::PATH))
}

/// `/kantor/produk/toko/{id}/baru`
#[component]
pub fn NewProductPage() -> AnyView {
    load(NEW_PRODUCT, Ask::nothing().param("id"), |view| edit_view(view, WriteNewProduct::PATH))
}

/// `/kantor/produk/{id}/ubah`
#[component]
pub fn EditProductPage() -> AnyView {
    load(PRODUCT, Ask::nothing().param("id"), |view| edit_view(view, WriteProduct::PATH))
}

/// For the office, and for a seller, who has no frame.
pub fn edit_view(view: EditView, action: &'static str) -> AnyView {
    let EditView { frame, back, title, lede, note, form } = view;
    let page = view! {
        <div class="page flow" data-read="">
            {back_view(back)}
            <PageHead title/>
            <p class="lede">{lede}</p>
            {note.map(note_view)}
            {listing_form(form, action)}
        </div>
    };
    framed(frame, page.into_any())
}
