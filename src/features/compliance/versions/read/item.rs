use super::{edits, form};
use crate::access::Refusal;
use crate::features::compliance::review::Desk;
use crate::features::compliance::versions::drawn;
use crate::features::compliance::versions::edition::Edition;
use crate::features::compliance::versions::fields::{self, NEW, field, group};
use crate::features::compliance::versions::lacks::lacks;
use crate::features::compliance::versions::views::{ActForm, EditorView, FieldGroup, FieldKind, FieldView, VersionAct};
use crate::features::compliance::versions::words::{self, mark_of, page_of};
use crate::features::compliance::{Instrument, Item, store};
use crate::forms::{Choice, Problems};
use crate::ui::way;

/// What an address says when the fields of an item are to show what they lack.
const CHECK: &str = "periksa";

/// `/bpm/kampanye/butir/{kode}/{butir}`
///
/// # Errors
/// `NotFound` for a version or an item that there is not; `Busy` or `Internal` of the database.
pub async fn item(desk: &Desk, code: &str, item: &str, result: &str) -> Result<EditorView, Refusal> {
    let edition = store::edition_known(desk.db(), code).await?;
    let at = edition.instrument.items.iter().position(|known| known.code == item).ok_or(Refusal::NotFound)?;
    let known = &edition.instrument.items[at];
    let groups = fields::of_item(&edition, known, origins(&edition, known));
    let (forms, below) = if edits(desk, &edition) {
        let problems = if result == CHECK { problems(&edition, item) } else { Problems::default() };
        let keep = ActForm { problems, ..about(desk, &edition, item, VersionAct::KeepItem, ("Isi butir", "Simpan butir"), groups) };
        (vec![keep, place(desk, &edition, item, at), drop_it(desk, &edition, item)], String::new())
    } else {
        (Vec::new(), drawn::fields(groups))
    };
    Ok(EditorView {
        frame: desk.frame(),
        back: way(page_of(code), ["Versi ", code].concat()),
        title: [&(at + 1).to_string(), ". ", &known.name.id].concat(),
        mark: Some(mark_of(&edition)),
        lede: known.why.id.clone(),
        result: words::done(result).map(str::to_owned),
        ways: Vec::new(),
        above: String::new(),
        forms,
        below,
    })
}

/// The items of the base that it may carry on: those that no other item does.
fn origins(edition: &Edition, item: &Item) -> Vec<Choice> {
    let choice = |code: &str, label: &str| Choice { code: code.to_owned(), label: label.to_owned(), of: None };
    let is_free = |code: &String| !edition.carries.iter().any(|(other, from)| from == code && *other != item.code);
    let base = Instrument::known(&edition.base).map(|base| &base.items[..]).unwrap_or_default();
    let free = base.iter().filter(|known| is_free(&known.code)).map(|known| choice(&known.code, &known.name.id));
    std::iter::once(choice(NEW, "Tidak ada: butir ini baru")).chain(free).collect()
}

fn problems(edition: &Edition, item: &str) -> Problems {
    let mut problems = Problems::default();
    for lack in lacks(&edition.instrument).into_iter().filter(|lack| lack.item.as_deref() == Some(item)) {
        problems.add(lack.field, lack.code);
    }
    problems
}

fn about(desk: &Desk, edition: &Edition, item: &str, act: VersionAct, words: (&str, &str), groups: Vec<FieldGroup>) -> ActForm {
    let mut form = form(desk, edition, act, words, groups);
    form.hidden.push(("_butir".to_owned(), item.to_owned()));
    form
}

fn place(desk: &Desk, edition: &Edition, item: &str, at: usize) -> ActForm {
    let number = |number: usize| Choice { code: number.to_string(), label: number.to_string(), of: None };
    let options = (1..=edition.instrument.items.len()).map(number).collect();
    let place = FieldView { options, ..field(FieldKind::Choice, "urutan", "Urutan", "", (at + 1).to_string()) };
    let words = ("Pindahkan butir ini", "Pindahkan");
    ActForm { folded: true, ..about(desk, edition, item, VersionAct::PlaceItem, words, vec![group("", "", false, vec![place])]) }
}

fn drop_it(desk: &Desk, edition: &Edition, item: &str) -> ActForm {
    let words = ("Hapus butir ini", "Hapus butir");
    let says = "Butir ini hilang dari draf, dan nilainya yang dulu tidak diteruskan ke versi ini.".to_owned();
    ActForm { folded: true, says, ..about(desk, edition, item, VersionAct::DropItem, words, Vec::new()) }
}
