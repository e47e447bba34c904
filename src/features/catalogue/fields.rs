//! From a typed shop or product to the fields of its form, and to what they say.

use serde::Serialize;
use serde_json::{Map, Value};

use super::changes::Said;
use super::form_view::{AskedAs, FieldView, ListingForm, PartView};
use super::{Category, ProductForm, ProposeView, RowDraft, Shop, ShopForm, Sketch};
use crate::domain::{IdemKey, Lang, ListingId, Version};
use crate::features::offices::gazetteer;
use crate::forms::{Choice, Problems};
use crate::text::listing::{KEEP, OFFICE, OWNER, PRODUCT, PROPOSE, PartWords, SHOP, SIZES, SUPPLIES, YES_NO, said};
use crate::ui::way;

pub fn of_shop(form: &ShopForm, lang: Lang) -> Vec<PartView> {
    parts(SHOP, form, lang)
}

pub fn of_product(form: &ProductForm, lang: Lang) -> Vec<PartView> {
    parts(PRODUCT, form, lang)
}

/// A new shop, and whose it is.
pub fn of_new_shop(lang: Lang) -> Vec<PartView> {
    let mut all = vec![part(&OWNER, &Map::new(), lang)];
    all.extend(of_shop(&ShopForm::default(), lang));
    all
}

/// A new shop of somebody's own, with what is known of them: where they have something already, and their name.
pub fn of_own_new_shop(office: &str, owner: &str, form: &ShopForm, lang: Lang) -> Vec<PartView> {
    let known = [("kantor", office), ("pemilik", owner)].map(|(name, value)| (name.to_owned(), Value::from(value)));
    let known = Map::from_iter(known);
    let mut all = vec![part(&OFFICE, &known, lang), part(&OWNER, &known, lang)];
    all.extend(of_shop(form, lang));
    all
}

/// The form of a page: what it says besides its fields, and its two buttons.
pub fn form(hidden: Vec<(&str, String)>, parts: Vec<PartView>, key: IdemKey, lang: Lang) -> ListingForm {
    ListingForm {
        hidden: hidden.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        parts,
        key,
        keep: said(KEEP, lang).to_owned(),
        propose: said(PROPOSE, lang).to_owned(),
    }
}

/// The fields in which something is missing or wrong, by their labels.
pub fn named(problems: &Problems, lang: Lang) -> String {
    let field = |name: &str| SHOP.iter().chain(PRODUCT).rev().flat_map(|part| part.fields).find(|field| field.name == name);
    let mut labels: Vec<&str> = problems.iter().filter_map(|problem| Some(field(&problem.field)?.label(lang))).collect();
    labels.dedup();
    labels.join(", ")
}

/// What stands beside a draft in a list. `words`: going on with it, the same while something is missing, sending it.
pub fn row_draft(at: (&str, String, ListingId, Version), finished: bool, words: [&str; 3], key: IdemKey) -> RowDraft {
    let (kind, page, id, seen) = at;
    let [edit, complete, propose] = words;
    let hidden = [("_jenis", kind.to_owned()), ("_id", id.to_string()), ("_seen", seen.0.to_string())];
    let hidden = hidden.map(|(name, value)| (name.to_owned(), value)).to_vec();
    RowDraft {
        edit: way([&page, "/ubah"].concat(), if finished { edit } else { complete }),
        propose: finished.then(|| ProposeView { button: propose.to_owned(), hidden, key }),
    }
}

/// What a version says, for people who read it.
pub trait Says {
    fn says(&self, lang: Lang) -> Vec<Said>;
}

impl Says for Shop {
    fn says(&self, lang: Lang) -> Vec<Said> {
        in_words(of_shop(&ShopForm::of(self), lang), lang)
    }
}

/// A draft says what was typed.
impl Says for Sketch {
    fn says(&self, lang: Lang) -> Vec<Said> {
        in_words(of_product(&self.form, lang), lang)
    }
}

fn parts(words: &[PartWords], form: &impl Serialize, lang: Lang) -> Vec<PartView> {
    // A form is a struct of strings: its names are those of the fields.
    let typed = match serde_json::to_value(form) {
        Ok(Value::Object(typed)) => typed,
        _ => Map::new(),
    };
    words.iter().map(|words| part(words, &typed, lang)).collect()
}

fn part(words: &PartWords, typed: &Map<String, Value>, lang: Lang) -> PartView {
    let text = |name: &str| typed.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let fields = words.fields.iter().map(|field| FieldView {
        name: field.name.to_owned(),
        kind: asked_as(field.name),
        label: field.label(lang).to_owned(),
        hint: Some(field.hint(lang).to_owned()).filter(|hint| !hint.is_empty()),
        options: options(field.name, lang),
        value: text(field.name),
    });
    let fields: Vec<FieldView> = fields.collect();
    let folded = words.optional && fields.iter().all(|field| field.value.is_empty());
    PartView { title: words.title(lang).to_owned(), folded, fields }
}

fn asked_as(name: &str) -> AskedAs {
    match name {
        "cerita" | "komposisi" | "pilihan" | "pelatihan" => AskedAs::Lines,
        "sejak" | "nib" | "grosir_mulai" | "stok" | "hari_pesan" | "tahan_hari" => AskedAs::Digits,
        "harga" | "grosir_harga" => AskedAs::Rupiah,
        "whatsapp" => AskedAs::Phone,
        "buka" | "tutup" => AskedAs::Time,
        "ikm" | "mulai" | "izin_pirt" | "izin_halal" | "izin_bpom" => AskedAs::Tick,
        "skala" | "kategori" | "persediaan" | "kantor" => AskedAs::Choice,
        _ => AskedAs::Line,
    }
}

fn options(name: &str, lang: Lang) -> Vec<Choice> {
    let choice = |code: &str, label: &str| Choice { code: code.to_owned(), label: label.to_owned(), of: None };
    let chosen = |table: [(&str, [&'static str; 2]); 3]| table.map(|(code, words)| choice(code, said(words, lang))).to_vec();
    match name {
        "skala" => chosen(SIZES),
        "persediaan" => chosen(SUPPLIES),
        "kantor" => gazetteer().choices(),
        "kategori" => Category::all().map(|one| choice(one.code(), one.name(lang))).collect(),
        _ => Vec::new(),
    }
}

fn in_words(parts: Vec<PartView>, lang: Lang) -> Vec<Said> {
    let fields = parts.into_iter().flat_map(|part| part.fields);
    fields.map(|field| Said { text: text_of(&field, lang), label: field.label }).collect()
}

fn text_of(field: &FieldView, lang: Lang) -> String {
    let [yes, no] = YES_NO.map(|words| said(words, lang));
    match field.kind {
        AskedAs::Tick => if field.value == "ya" { yes } else { no }.to_owned(),
        AskedAs::Choice => {
            field.options.iter().find(|option| option.code == field.value).map(|option| option.label.clone()).unwrap_or_default()
        }
        // What was typed and is no amount is shown as it was typed.
        AskedAs::Rupiah if field.value.starts_with(|first: char| first.is_ascii_digit()) => ["Rp", &field.value].concat(),
        // One a line in its field, one after the other where it is read.
        _ if matches!(field.name.as_str(), "pilihan" | "pelatihan") => field.value.replace('\n', ", "),
        _ => field.value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::features::catalogue::testing::{sale_pisang, yuni};

    fn names(parts: &[PartView]) -> Vec<String> {
        parts.iter().flat_map(|part| &part.fields).map(|field| field.name.clone()).collect()
    }

    fn all(form: &impl Serialize) -> BTreeSet<String> {
        serde_json::to_value(form).expect("a form").as_object().expect("of fields").keys().cloned().collect()
    }

    #[test]
    fn every_field_of_a_form_is_asked_once() {
        let (shop, product) = (ShopForm::default(), ProductForm::default());
        for lang in [Lang::Id, Lang::En] {
            for (asked, fields) in [(names(&of_shop(&shop, lang)), all(&shop)), (names(&of_product(&product, lang)), all(&product))] {
                assert_eq!(asked.len(), fields.len(), "none twice");
                assert_eq!(asked.into_iter().collect::<BTreeSet<_>>(), fields);
            }
        }
    }

    /// A field's name is its id on the page, and the page has some of its own.
    #[test]
    fn no_field_is_called_like_a_part_of_the_page() {
        for name in names(&of_shop(&ShopForm::default(), Lang::Id)).iter().chain(&names(&of_product(&ProductForm::default(), Lang::Id))) {
            assert!(!["isi", "judul", "perbaiki", "redraw"].contains(&name.as_str()), "{name}");
        }
    }

    #[test]
    fn problems_come_in_the_order_of_the_page() {
        let place = |parts: &[PartView], name: &str| names(parts).iter().position(|known| known == name);
        let lang = Lang::Id;
        let wrong = ProductForm {
            grosir_harga: "x".into(),
            stok: "x".into(),
            persediaan: "ada".into(),
            musim: "x".into(),
            ..ProductForm::default()
        };
        let parts = of_product(&wrong, lang);
        let places: Vec<_> = wrong.check().expect_err("wrong").iter().map(|problem| place(&parts, &problem.field)).collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}");
    }

    #[test]
    fn what_is_chosen_and_ticked_is_said_in_words() {
        let find = |said: &[Said], label: &str| said.iter().find(|said| said.label == label).map(|said| said.text.clone());
        let product = Sketch::of(&sale_pisang()).says(Lang::Id);
        assert_eq!(find(&product, "Harga").as_deref(), Some("Rp18.000"));
        assert_eq!(find(&product, "Jenis produk").as_deref(), Some("Makanan ringan"));
        let form = ProductForm { harga: "gratis".into(), ..ProductForm::default() };
        let draft = Sketch { form, photos: Vec::new() }.says(Lang::Id);
        assert_eq!(find(&draft, "Harga").as_deref(), Some("gratis"));
        assert_eq!(find(&product, "Harga mulai dari angka ini").as_deref(), Some("Tidak"));
        assert_eq!(find(&yuni().says(Lang::En), "Size of the business").as_deref(), Some("Micro"));
    }

    #[test]
    fn what_nobody_needs_is_folded_away_until_somebody_has_filled_it_in() {
        let folded = |form: &ProductForm| of_product(form, Lang::Id).iter().filter(|part| part.folded).count();
        assert_eq!(folded(&ProductForm::default()), 4);
        assert_eq!(folded(&ProductForm { komposisi: "Pisang".into(), ..ProductForm::default() }), 3);
    }
}
