use super::{edits, form};
use crate::access::{ActName, Decision, Refusal};
use crate::features::compliance::policy::Facts;
use crate::features::compliance::review::Desk;
use crate::features::compliance::versions::compare::compare;
use crate::features::compliance::versions::drawn::{self, Row};
use crate::features::compliance::versions::edition::Edition;
use crate::features::compliance::versions::fields::{self, field, group};
use crate::features::compliance::versions::lacks::{Lack, lacks};
use crate::features::compliance::versions::views::{ActForm, EditorView, FieldGroup, FieldKind, VersionAct};
use crate::features::compliance::versions::words::{self, LIST, mark_of, page_in, page_of};
use crate::features::compliance::{Instrument, Item, store};
use crate::text::{Lang, problem_sentence};
use crate::ui::{Way, note, way};

/// `/bpm/kampanye/butir/{kode}`
///
/// # Errors
/// `NotFound` for a code that no version has; `Busy` or `Internal` of the database.
pub async fn version(desk: &Desk, code: &str, result: &str) -> Result<EditorView, Refusal> {
    let edition = store::edition_known(desk.db(), code).await?;
    let edits = edits(desk, &edition);
    let base = Instrument::known(&edition.base).ok();
    let lacking = if edition.is_draft() { lacks(&edition.instrument) } else { Vec::new() };
    let (above, forms) = if edits {
        let publish = base.filter(|_| lacking.is_empty()).map(|base| publish(desk, &edition, base));
        let above = if lacking.is_empty() { String::new() } else { drawn::lacking(ways_to(&edition, &lacking)) };
        (above, [add(desk, &edition), settings(desk, &edition)].into_iter().chain(publish).collect())
    } else {
        (reads_only(&edition), Vec::new())
    };
    let below = if edits { String::new() } else { drawn::fields(fields::of_settings(&edition.instrument)) };
    Ok(EditorView {
        frame: desk.frame(),
        back: way(LIST, "Versi butir"),
        title: ["Versi ", code].concat(),
        mark: Some(mark_of(&edition)),
        lede: edition.instrument.name.id.clone(),
        result: words::done(result).map(str::to_owned),
        ways: base.map(|base| way(page_in(code, "banding"), ["Bandingkan dengan ", &base.code].concat())).into_iter().collect(),
        above: [above, drawn::rows("Butir", items(&edition, &lacking))].concat(),
        forms,
        below,
    })
}

fn reads_only(edition: &Edition) -> String {
    if edition.is_draft() {
        drawn::note(note("grey", "eye", "Anda hanya membaca", "Draf diubah administrator kabupaten."))
    } else {
        drawn::note(note("grey", "lock", "Versi ini tidak berubah lagi", "Untuk mengubah butir, buat draf baru dari versi ini."))
    }
}

fn items(edition: &Edition, lacking: &[Lack]) -> Vec<Row> {
    let row = |(item, number): (&Item, usize)| {
        let gaps = lacking.iter().filter(|lack| lack.item.as_ref() == Some(&item.code)).count();
        let kind = if item.optional { "Hanya dikenal" } else { "Ditanyakan" };
        let weight = [kind, ", bobot ", &item.weight.to_string()].concat();
        let gaps = (gaps > 0).then(|| [&gaps.to_string(), " isian masih kurang"].concat());
        Row {
            way: way(page_in(&edition.instrument.code, &item.code), [&number.to_string(), ". ", &item.name.id].concat()),
            more: std::iter::once(weight).chain(gaps).collect(),
            mark: None,
        }
    };
    edition.instrument.items.iter().zip(1..).map(row).collect()
}

fn add(desk: &Desk, edition: &Edition) -> ActForm {
    let name = field(FieldKind::Line, "butir_baru", "Nama butir baru", "Paling banyak 48 huruf", String::new());
    form(desk, edition, VersionAct::AddItem, ("Tambah butir", "Tambah butir"), vec![group("", "", false, vec![name])])
}

fn settings(desk: &Desk, edition: &Edition) -> ActForm {
    let groups = fields::of_settings(&edition.instrument);
    form(desk, edition, VersionAct::KeepSettings, ("Nama dan batas kelas", "Simpan"), groups)
}

/// What changes is said beside the button that makes it last.
fn publish(desk: &Desk, edition: &Edition, base: &Instrument) -> ActForm {
    let may = desk.decide(ActName::PublishInstrument, Facts::default());
    let summary = words::summary(&compare(base, edition));
    let says = ["Dibanding ", &base.code, ": ", &summary, " Setelah terbit, versi ini tidak bisa diubah lagi."].concat();
    ActForm {
        says,
        step_up: (may == Decision::StepUp).then(|| desk.with_factor(&page_of(&edition.instrument.code))),
        ..form(desk, edition, VersionAct::Publish, ("Terbitkan versi ini", "Terbitkan versi"), Vec::new())
    }
}

/// What is missing in words, and the field where it is mended.
fn ways_to(edition: &Edition, lacking: &[Lack]) -> Vec<Way> {
    let line = |lack: &Lack| {
        let item = lack.item.as_ref().and_then(|code| edition.item(code).ok());
        let groups = match item {
            Some(item) => fields::of_item(edition, item, Vec::new()),
            None => fields::of_settings(&edition.instrument),
        };
        let sentence = problem_sentence(Lang::Id, lack.code, &label(&groups, &lack.field));
        match item {
            Some(item) => {
                let page = [&page_in(&edition.instrument.code, &item.code), "?hasil=periksa#", &lack.field].concat();
                way(page, [&item.name.id, ": ", &sentence].concat())
            }
            None => way(["#", &lack.field].concat(), sentence),
        }
    };
    lacking.iter().map(line).collect()
}

fn label(groups: &[FieldGroup], field: &str) -> String {
    let found = groups.iter().find_map(|group| Some((group, group.fields.iter().find(|known| known.name == field)?)));
    match found {
        Some((group, field)) if group.title.starts_with("Bukti ") => [&field.label, " (", &group.title.to_lowercase(), ")"].concat(),
        Some((_, field)) => field.label.clone(),
        None => "Nama butir baru".to_owned(),
    }
}
