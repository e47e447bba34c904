//! From a photo to what stands in a page: its addresses, and its size before it has come.

use super::views::Picture;
use super::{Photo, Product, Sketch};
use crate::domain::ListingId;

/// What the sizes are called in addresses: their longer side.
const NAMES: [&str; 3] = ["320", "640", "1280"];

/// The photos of a public product in their order, or the drawing of its category. What nobody has described
/// is called by the product's name.
pub fn pictures(slug: &str, product: &Product) -> Vec<Picture> {
    if product.photos.is_empty() {
        return vec![drawing(product)];
    }
    let folder = ["/foto/", slug, "/"].concat();
    let photos = product.photos.iter().enumerate();
    photos.map(|(at, photo)| picture(&folder, photo, || numbered(&product.name, at))).collect()
}

/// The photos of what was said last, for whoever keeps the product.
pub fn drafts(id: ListingId, last: &Sketch) -> Vec<Picture> {
    let folder = ["/m/produk/", &id.to_string(), "/"].concat();
    last.photos.iter().enumerate().map(|(at, photo)| picture(&folder, photo, || numbered(&last.form.nama, at))).collect()
}

/// The first, or the drawing of its category.
pub fn cover(slug: &str, product: &Product) -> Picture {
    // On a card the name stands beside it: it is not said twice.
    let photo = product.photos.first().map(|photo| picture(&["/foto/", slug, "/"].concat(), photo, String::new));
    photo.unwrap_or_else(|| drawing(product))
}

fn drawing(product: &Product) -> Picture {
    let src = ["/gambar/produk/", product.category.code(), ".svg"].concat();
    Picture { src, width: 640, height: 640, ..Picture::default() }
}

/// `folder`: the address of the product's photos.
pub fn picture(folder: &str, photo: &Photo, unsaid: impl FnOnce() -> String) -> Picture {
    let at = |size: &str, extension: &str| [folder, &photo.id.to_string(), "/", size, extension].concat();
    let set = |extension: &str| {
        let files = NAMES.iter().zip(photo.sizes).map(|(size, (width, _))| [&at(size, extension), " ", &width.to_string(), "w"].concat());
        files.collect::<Vec<_>>().join(", ")
    };
    let [_, (width, height), _] = photo.sizes;
    Picture {
        src: at(NAMES[1], ".jpg"),
        webp: set(".webp"),
        jpeg: set(".jpg"),
        width,
        height,
        colour: photo.colour.clone(),
        alt: if photo.alt.is_empty() { unsaid() } else { photo.alt.clone() },
    }
}

/// A photo of which somebody else says what is to be seen.
pub fn photo_picture(folder: &str, photo: &Photo) -> Picture {
    picture(folder, photo, String::new)
}

fn numbered(name: &str, at: usize) -> String {
    if at == 0 { name.to_owned() } else { [name, ", foto ", &(at + 1).to_string()].concat() }
}
