use crate::access::{ActName, Decision, Refusal};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::Desk;
use crate::features::compliance::versions::drawn::{self, Row};
use crate::features::compliance::versions::edition::{Edition, EditionState};
use crate::features::compliance::versions::fields::{choice, field, group};
use crate::features::compliance::versions::views::{ActForm, EditorView, FieldKind, VersionAct};
use crate::features::compliance::versions::words::{mark_of, page_of};
use crate::features::compliance::{Campaign, store};
use crate::forms::Problems;
use crate::ui::way;

/// `/bpm/kampanye/butir`
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn versions(desk: &Desk) -> Result<EditorView, Refusal> {
    let (all, campaigns) = (store::editions(desk.db()).await?, store::campaigns(desk.db()).await?);
    let rows = all.iter().map(|edition| row(desk, edition, &campaigns)).collect();
    let begins = desk.decide(ActName::BeginInstrument, Facts::default()) == Decision::Allow;
    Ok(EditorView {
        frame: desk.frame(),
        back: way("/bpm/kampanye", "Kampanye"),
        title: "Versi butir".to_owned(),
        mark: None,
        lede: "Kampanye memakai satu versi butir sampai selesai. Draf bisa diubah kapan saja tanpa mengubah kampanye mana pun.".to_owned(),
        result: None,
        ways: Vec::new(),
        above: drawn::rows("Semua versi", rows),
        forms: if begins { vec![begin(desk, &all)] } else { Vec::new() },
        below: String::new(),
    })
}

fn row(desk: &Desk, edition: &Edition, campaigns: &[Campaign]) -> Row {
    let instrument = &edition.instrument;
    let names: Vec<&str> =
        campaigns.iter().filter(|campaign| campaign.instrument == instrument.code).map(|campaign| campaign.name.as_str()).collect();
    let used = if names.is_empty() { "Belum dipakai kampanye".to_owned() } else { ["Dipakai: ", &names.join(", ")].concat() };
    let asked = [&instrument.asked().count().to_string(), " butir ditanyakan"].concat();
    let since = match edition.state {
        EditionState::Published { at } if edition.changed.is_some() => [", terbit ", &desk.when(at)].concat(),
        _ => String::new(),
    };
    Row {
        way: way(page_of(&instrument.code), [&instrument.code, ": ", &instrument.name.id].concat()),
        more: vec![[asked, since].concat(), used],
        mark: Some(mark_of(edition)),
    }
}

/// A draft begins with the questions of a published version: with the newest, where nothing else is chosen.
fn begin(desk: &Desk, all: &[Edition]) -> ActForm {
    let published: Vec<(&str, &str)> = all
        .iter()
        .filter(|edition| !edition.is_draft())
        .map(|edition| (edition.instrument.code.as_str(), edition.instrument.code.as_str()))
        .collect();
    let codes: Vec<&str> = all.iter().map(|edition| edition.instrument.code.as_str()).collect();
    let newest = published.first().map(|(code, _)| (*code).to_owned()).unwrap_or_default();
    let there = ["Tahun dan angka menjadi kode, misalnya 2027-14. Yang sudah ada: ", &codes.join(", ")].concat();
    let fields = vec![
        field(FieldKind::Number, "tahun", "Tahun", "", String::new()),
        field(FieldKind::Number, "angka", "Angka di belakang tahun", &there, String::new()),
        choice("asal", "Dibuat dari versi", "", &published, newest),
    ];
    ActForm {
        act: VersionAct::Begin,
        title: "Buat draf baru".to_owned(),
        says: String::new(),
        folded: false,
        step_up: None,
        hidden: Vec::new(),
        key: desk.key(),
        problems: Problems::default(),
        groups: vec![group("", "", false, fields)],
        submit: "Buat draf".to_owned(),
    }
}
