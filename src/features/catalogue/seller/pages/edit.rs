use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::catalogue::office::EditView;
use crate::features::catalogue::office::pages::edit_view;
use crate::features::catalogue::seller::{
    ReadOwnEditProduct, ReadOwnEditShop, ReadOwnNewProduct, ReadOwnNewShop, WriteOwnNewProduct, WriteOwnNewShop, WriteOwnProduct,
    WriteOwnShop,
};
use crate::ui::{Ask, Read, load, read};

const NEW_SHOP: Read<EditView> = read::<ReadOwnNewShop, _>();
const SHOP: Read<EditView> = read::<ReadOwnEditShop, _>();
const NEW_PRODUCT: Read<EditView> = read::<ReadOwnNewProduct, _>();
const PRODUCT: Read<EditView> = read::<ReadOwnEditProduct, _>();

/// `/akun/toko/baru`
#[component]
pub fn OwnNewShopPage() -> AnyView {
    load(NEW_SHOP, Ask::nothing().query("surat").query("salin"), |view| edit_view(view, WriteOwnNewShop::PATH))
}

/// `/akun/toko/{id}/ubah`
#[component]
pub fn OwnEditShopPage() -> AnyView {
    load(SHOP, Ask::nothing().param("id"), |view| edit_view(view, WriteOwnShop::PATH))
}

/// `/akun/toko/{id}/baru`
#[component]
pub fn OwnNewProductPage() -> AnyView {
    load(NEW_PRODUCT, Ask::nothing().param("id"), |view| edit_view(view, WriteOwnNewProduct::PATH))
}

/// `/akun/toko/produk/{id}/ubah`
#[component]
pub fn OwnEditProductPage() -> AnyView {
    load(PRODUCT, Ask::nothing().param("id"), |view| edit_view(view, WriteOwnProduct::PATH))
}
