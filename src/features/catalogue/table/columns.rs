//! The columns of the table of products: whose and which product, then the fields of its form, under the
//! words that stand beside them on the page.

use super::super::{Category, ProductForm};
use crate::domain::{Lang, Rupiah};
use crate::features::tables::{Column, Outside, column_under, plain};
use crate::text::listing::{FieldWords, PRODUCT, SUPPLIES, YES_NO, said};

/// The product's own address. A row without one is a new product.
pub const SLUG: &str = "alamat_produk";
/// The shop, by its address or its name.
pub const SHOP: &str = "toko";

const OWN: [(&str, &str, &str); 2] = [
    (SLUG, "Alamat produk", "Kosongkan untuk produk baru. Jangan diubah untuk produk yang sudah ada."),
    (SHOP, "Toko", "Nama toko, atau alamatnya di pasar."),
];

/// An office speaks Indonesian.
const LANG: Lang = Lang::Id;

fn fields() -> impl Iterator<Item = &'static FieldWords> {
    PRODUCT.iter().flat_map(|part| part.fields)
}

/// All that an export has, in its order.
pub fn columns() -> impl Iterator<Item = Column> {
    let own = OWN.into_iter().map(|(name, head, hint)| Column { name, head, hint });
    own.chain(fields().map(|field| Column { name: field.name, head: field.label(LANG), hint: field.hint(LANG) }))
}

/// The column under a head, as somebody may have written it.
pub fn column_of(head: &str) -> Option<Column> {
    column_under(head, columns())
}

/// What a spreadsheet is told of the cells.
pub const OUTSIDE: Outside = Outside { name: "Produk", figures: |head| column_of(head).is_some_and(|column| is_number(column.name)) };

/// The head of a column, for whoever has to find it.
pub fn head_of(name: &str) -> &'static str {
    columns().find(|column| column.name == name).map_or("", |column| column.head)
}

/// Whether its cells are plain figures, which a spreadsheet may add up.
pub fn is_number(name: &str) -> bool {
    matches!(name, "harga" | "grosir_harga" | "grosir_mulai" | "stok" | "hari_pesan" | "tahan_hari")
}

/// What may stand in a column that takes no other words.
pub fn choices(name: &str) -> Vec<&'static str> {
    match name {
        "kategori" => Category::all().map(|category| category.name(LANG)).collect(),
        "persediaan" => SUPPLIES.iter().map(|(_, words)| said(*words, LANG)).collect(),
        "mulai" | "izin_pirt" | "izin_halal" | "izin_bpom" => YES_NO.iter().map(|words| said(*words, LANG)).collect(),
        _ => Vec::new(),
    }
}

/// What the cells of a product say, in the order of the fields.
pub fn cells_of(form: &ProductForm) -> Vec<String> {
    let typed = serde_json::to_value(form).unwrap_or_default();
    let text = |name: &str| typed.get(name).and_then(|text| text.as_str()).unwrap_or_default();
    fields().map(|field| shown(field.name, text(field.name))).collect()
}

/// A field of a form as its cell says it: in words, and numbers without the dots that other countries take for
/// a fraction. What is no number, in a draft, stays as it was typed: without its dots it might become one.
fn shown(name: &str, typed: &str) -> String {
    if is_number(name) && Rupiah::parse(typed).is_ok() {
        return typed.replace('.', "");
    }
    match codes(name).into_iter().zip(choices(name)).find(|(code, _)| *code == typed) {
        Some((_, words)) => words.to_owned(),
        None => typed.to_owned(),
    }
}

/// What a cell says, as the form takes it; whatever is no choice stays as it was written.
pub fn typed(name: &str, cell: &str) -> String {
    let written = plain(cell);
    let chosen = codes(name).into_iter().zip(choices(name)).find(|(code, words)| written == plain(words) || written == *code);
    match chosen {
        Some((code, _)) => code.to_owned(),
        None => cell.to_owned(),
    }
}

/// The codes of [`choices`].
fn codes(name: &str) -> Vec<&'static str> {
    match name {
        "kategori" => Category::all().map(Category::code).collect(),
        "persediaan" => SUPPLIES.iter().map(|(code, _)| *code).collect(),
        "mulai" | "izin_pirt" | "izin_halal" | "izin_bpom" => vec!["ya", ""],
        _ => Vec::new(),
    }
}

/// Whether the column takes a yes or a no.
pub fn is_tick(name: &str) -> bool {
    codes(name) == ["ya", ""]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_column_is_found_by_its_head_and_by_its_name_and_by_no_other() {
        for column in columns() {
            assert_eq!(column_of(column.head), Some(column));
            assert_eq!(column_of(&format!(" {}\n", column.head.to_uppercase())), Some(column));
            assert_eq!(column_of(column.name), Some(column));
        }
        assert_eq!(column_of(""), None);
        assert_eq!(column_of("Warna"), None);
        let heads: BTreeSet<String> = columns().map(|column| plain(column.head)).collect();
        assert_eq!(heads.len(), columns().count(), "no head twice");
    }

    #[test]
    fn what_is_chosen_stands_in_words_and_is_read_by_word_and_by_code() {
        assert_eq!(shown("kategori", "minuman-kopi"), "Minuman & kopi");
        assert_eq!((shown("mulai", "ya"), shown("mulai", "")), ("Ya".into(), "Tidak".into()));
        assert_eq!(shown("harga", "1.500.000"), "1500000");
        assert_eq!(shown("harga", "18.5"), "18.5", "a draft may say so, and 185 is another price");
        for (name, cell, code) in [
            ("kategori", " minuman  & KOPI", "minuman-kopi"),
            ("kategori", "minuman-kopi", "minuman-kopi"),
            ("persediaan", "habis", "habis"),
            ("persediaan", "Dibuat setelah dipesan", "pesan"),
            ("izin_halal", "YA", "ya"),
            ("izin_halal", "tidak", ""),
            ("izin_halal", "x", "x"),
            ("kategori", "Senjata", "Senjata"),
        ] {
            assert_eq!(typed(name, cell), code, "{name}: {cell}");
        }
    }
}
