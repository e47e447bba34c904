//! The official lists with their numbers: the number is stored, the wording of today is shown (the old
//! lists say "cacat"). Source: the reference lists of SIAK as OpenSID keeps them (domain 4).
//! They stay on the server; a form's page gets the one list that its question offers.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::Lang;
use crate::features::offices;
use crate::forms::{Choice, ELSEWHERE};

/// Number, Indonesian, English.
type Row = (String, String, String);

static LISTS: LazyLock<HashMap<String, Vec<Row>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("data/lists.json")).unwrap_or_default());

/// The names under which files ask for a list, the three of places included.
pub fn list_names() -> impl Iterator<Item = &'static str> {
    LISTS.keys().map(String::as_str).chain(["villages", "provinces", "regencies"])
}

/// What a number of a list means.
pub fn list_label(list: &str, code: &str, lang: Lang) -> Option<&'static str> {
    let row = LISTS.get(list)?.iter().find(|(number, ..)| number == code)?;
    Some(wording(row, lang))
}

/// The choices of a list. `None` when there is no such list.
pub(super) fn choices(list: &str, lang: Lang) -> Option<Vec<Choice>> {
    match list {
        "villages" => Some(villages(lang)),
        "provinces" => Some(offices::provinces().map(|(code, name)| choice(code, name, None)).collect()),
        "regencies" => Some(
            offices::regencies().filter(|(code, _)| *code != "35.10").map(|(code, name)| choice(code, name, Some(&code[..2]))).collect(),
        ),
        _ => Some(LISTS.get(list)?.iter().map(|row| choice(&row.0, wording(row, lang), None)).collect()),
    }
}

/// The villages of the regency by name, and "elsewhere" at the end; the regency itself is no choice
/// below that, or a place here could be written as one elsewhere.
fn villages(lang: Lang) -> Vec<Choice> {
    let mut villages: Vec<Choice> =
        offices::gazetteer().all().iter().map(|office| choice(&office.code.number().to_string(), &office.full_name(), None)).collect();
    villages.sort_by(|one, other| one.label.cmp(&other.label));
    let elsewhere = match lang {
        Lang::Id => "Di luar Kabupaten Banyuwangi",
        Lang::En => "Outside Banyuwangi",
    };
    villages.push(choice(ELSEWHERE, elsewhere, None));
    villages
}

fn choice(code: &str, label: &str, of: Option<&str>) -> Choice {
    Choice { code: code.to_owned(), label: label.to_owned(), of: of.map(str::to_owned) }
}

fn wording(row: &Row, lang: Lang) -> &str {
    match lang {
        Lang::Id => &row.1,
        Lang::En => &row.2,
    }
}
