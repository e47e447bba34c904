//! The fields of a version and of its items: the one list of what there is to say. Forms, comparisons and what is
//! only read are all made of it.

use super::edition::Edition;
use super::lacks::what;
use super::views::{FieldGroup, FieldKind, FieldView};
use crate::features::compliance::{Aspect, FigureName, Instrument, Item, ItemIcon, Provenance, Said, Wanted, When};
use crate::forms::Choice;

/// Rows of evidence that an item may want.
pub const EVIDENCE: usize = 6;

/// Letters of each kind of text. A name fits on a line and a half of a phone.
pub const NAME: u32 = 48;
pub const SENTENCE: u32 = 240;
pub const NOTE: u32 = 600;

/// The heaviest weight.
pub const WEIGHT: i64 = 10;

pub const ASPECTS: [(&str, Aspect, &str); 7] = [
    ("public_service", Aspect::PublicService, "Pelayanan publik"),
    ("economic_empowerment", Aspect::EconomicEmpowerment, "Pemberdayaan ekonomi"),
    ("health", Aspect::Health, "Kesehatan"),
    ("education_culture", Aspect::EducationCulture, "Pendidikan dan budaya"),
    ("human_capacity", Aspect::HumanCapacity, "Kapasitas sumber daya manusia"),
    ("poverty_reduction", Aspect::PovertyReduction, "Pengentasan kemiskinan"),
    ("legal_information", Aspect::LegalInformation, "Informasi hukum"),
];

pub const PROVENANCES: [(&str, Provenance, &str); 3] = [
    ("announced", Provenance::Announced, "Pengumuman program"),
    ("list_2019", Provenance::List2019, "Daftar tahun 2019"),
    ("ours", Provenance::Ours, "Usulan sendiri"),
];

pub const KINDS: [(&str, &str); 5] =
    [("photo", "Foto"), ("file", "Berkas"), ("note", "Catatan"), ("link", "Tautan"), ("live", "Dihitung aplikasi ini")];

pub const WHENS: [(&str, When, &str); 3] =
    [("any", When::Any, "Kapan saja"), ("day", When::Day, "Siang hari"), ("night", When::Night, "Malam hari")];

const FIGURES: [(FigureName, &str); 7] = [
    (FigureName::LettersOnline, "Surat yang diminta online"),
    (FigureName::ActiveOfficer, "Petugas yang masuk ke sistem"),
    (FigureName::PagePublished, "Laman kantor lengkap"),
    (FigureName::ServicesPublished, "Layanan yang dapat diajukan"),
    (FigureName::Loans, "Peminjaman buku"),
    (FigureName::TitlesRecorded, "Judul buku yang tercatat"),
    (FigureName::ComplaintsInTime, "Pengaduan yang dijawab tepat waktu"),
];

pub fn icons() -> [(&'static str, ItemIcon, &'static str); ItemIcon::ALL.len()] {
    ItemIcon::ALL.map(|(code, icon, _, label)| (code, icon, label))
}

/// The drawings that there are, and what is to be seen on each.
pub fn drawings() -> impl Iterator<Item = (&'static String, &'static Said)> {
    Instrument::seeded().items.iter().flat_map(|item| item.samples.iter().zip(&item.sample_alts))
}

pub fn sample_field(drawing: &str) -> String {
    ["contoh_", drawing].concat()
}

pub fn of_settings(instrument: &Instrument) -> Vec<FieldGroup> {
    let mut first = said(FieldKind::Line, "nama", "Nama versi", NAME, &instrument.name);
    first.extend(said(FieldKind::Lines, "keterangan", "Keterangan asal butir", NOTE, &instrument.note));
    let percent = "Persen dari seluruh poin, 1 sampai 100";
    let mut limits = vec![
        field(FieldKind::Number, "maju", "Batas kelas maju", percent, instrument.maju.to_string()),
        field(FieldKind::Number, "berkembang", "Batas kelas berkembang", percent, instrument.berkembang.to_string()),
    ];
    limits.extend(said(FieldKind::Lines, "batas", "Keterangan batas kelas", NOTE, &instrument.threshold_note));
    vec![group("", "", false, first), group("Batas kelas", "", false, limits)]
}

/// `origins`: the items of the base that it may carry on.
pub fn of_item(edition: &Edition, item: &Item, origins: Vec<Choice>) -> Vec<FieldGroup> {
    let mut names = said(FieldKind::Line, "nama", "Nama butir", NAME, &item.name);
    names.extend(said(FieldKind::Lines, "guna", "Guna bagi warga", SENTENCE, &item.why));
    let icons = icons();
    let drawings = icons.map(|(code, _, label)| (code, label));
    let mut place = vec![
        choice("ikon", "Ikon", "Gambar kecil di samping nama butir", &drawings, code_of(&icons, item.icon)),
        choice("aspek", "Aspek", "", &ASPECTS.map(|(code, _, label)| (code, label)), code_of(&ASPECTS, item.aspect)),
        field(FieldKind::Number, "bobot", "Bobot", "1 sampai 10. Poin butir dikalikan bobot ini.", item.weight.to_string()),
        tick("pilihan", "Hanya dikenal, tidak ditanyakan", item.optional),
        tick("tetap", "Bangunan atau barang tetap: bukti periode lalu boleh dipakai sekali lagi", item.lasts),
    ];
    let carried = edition.carries.get(&item.code).cloned().unwrap_or_else(|| NEW.to_owned());
    let hint = "Nilai lama kantor diteruskan dari butir ini. Pilih tidak ada untuk butir yang baru.";
    place.push(FieldView { options: origins, ..field(FieldKind::Choice, "asal", "Lanjutan dari butir versi sebelumnya", hint, carried) });
    place.push(field(
        FieldKind::Line,
        "kegiatan",
        "Kode kegiatan APBDes",
        "Boleh kosong. Contoh: 02.06.91",
        item.activity.clone().unwrap_or_default(),
    ));
    let mut source = vec![choice(
        "asal_usul",
        "Dari mana butir ini",
        "",
        &PROVENANCES.map(|(code, _, label)| (code, label)),
        code_of(&PROVENANCES, item.provenance),
    )];
    source.extend(said(FieldKind::Lines, "sumber", "Kalimat sumber", NOTE, &item.source));
    let rubric = item.rubric.iter().enumerate().rev();
    let rubric = rubric.flat_map(|(points, sentence)| {
        let points = points.to_string();
        said(FieldKind::Lines, &["nilai", &points].concat(), &["Arti nilai ", &points].concat(), SENTENCE, sentence)
    });
    let rubric = rubric.collect();
    let mut groups = vec![
        group("", "", false, names),
        group("Kedudukan", "", false, place),
        group("Ukuran nilai", "", false, rubric),
        group("Sumber", "", false, source),
    ];
    groups.extend((1..=EVIDENCE).map(|number| evidence(number, number.checked_sub(1).and_then(|at| item.evidence.get(at)))));
    groups.push(samples(item));
    groups
}

/// Of an item that carries none on.
pub const NEW: &str = "tidak_ada";

fn evidence(number: usize, wanted: Option<&Wanted>) -> FieldGroup {
    let name = |part: &str| ["bukti", &number.to_string(), "_", part].concat();
    let nothing = Said { id: String::new(), en: String::new() };
    let (kind, count, when, figure) = match wanted {
        None => ("", String::new(), String::new(), String::new()),
        Some(Wanted::Photo { count, when, .. }) => ("photo", count.to_string(), code_of(&WHENS, *when), String::new()),
        Some(Wanted::File { .. }) => ("file", String::new(), String::new(), String::new()),
        Some(Wanted::Note { .. }) => ("note", String::new(), String::new(), String::new()),
        Some(Wanted::Link { .. }) => ("link", String::new(), String::new(), String::new()),
        Some(Wanted::Live { figure, .. }) => ("live", String::new(), String::new(), figure.code().to_owned()),
    };
    let figures = FIGURES.map(|(figure, label)| (figure.code(), label));
    let mut fields = vec![
        choice(&name("jenis"), "Jenis bukti", "Kosongkan untuk menghapus bukti ini", &KINDS, kind.to_owned()),
        field(FieldKind::Number, &name("jumlah"), "Jumlah foto", "Untuk foto, 1 sampai 6", count),
        choice(&name("waktu"), "Waktu foto", "Untuk foto", &WHENS.map(|(code, _, label)| (code, label)), when),
        choice(&name("angka"), "Yang dihitung", "Untuk yang dihitung aplikasi ini", &figures, figure),
    ];
    fields.extend(said(FieldKind::Lines, &name("isi"), "Yang harus terlihat", SENTENCE, wanted.map_or(&nothing, what)));
    let kind = KINDS.iter().find(|(code, _)| *code == kind).map_or("Belum dipakai", |(_, label)| *label);
    group(&["Bukti ", &number.to_string()].concat(), kind, true, fields)
}

fn samples(item: &Item) -> FieldGroup {
    let drawn = |(drawing, alt): (&String, &Said)| tick(&sample_field(drawing), &alt.id, item.samples.contains(drawing));
    let more = [&item.samples.len().to_string(), " dipilih"].concat();
    group("Gambar contoh", &more, true, drawings().map(drawn).collect())
}

/// What a sentence is in both languages.
fn said(kind: FieldKind, name: &str, label: &str, max: u32, said: &Said) -> Vec<FieldView> {
    let hint = ["Paling banyak ", &max.to_string(), " huruf"].concat();
    vec![
        field(kind, &[name, "_id"].concat(), label, &hint, said.id.clone()),
        field(kind, &[name, "_en"].concat(), &[label, " dalam bahasa Inggris"].concat(), &hint, said.en.clone()),
    ]
}

pub fn field(kind: FieldKind, name: &str, label: &str, hint: &str, value: String) -> FieldView {
    FieldView { kind, name: name.to_owned(), label: label.to_owned(), hint: hint.to_owned(), value, options: Vec::new() }
}

fn tick(name: &str, label: &str, ticked: bool) -> FieldView {
    field(FieldKind::Tick, name, label, "", if ticked { "ya" } else { "" }.to_owned())
}

pub fn choice(name: &str, label: &str, hint: &str, options: &[(&str, &str)], value: String) -> FieldView {
    let option = |(code, label): &(&str, &str)| Choice { code: (*code).to_owned(), label: (*label).to_owned(), of: None };
    FieldView { options: options.iter().map(option).collect(), ..field(FieldKind::Choice, name, label, hint, value) }
}

pub fn group(title: &str, more: &str, folded: bool, fields: Vec<FieldView>) -> FieldGroup {
    FieldGroup { title: title.to_owned(), more: more.to_owned(), folded, fields }
}

fn code_of<T: PartialEq>(table: &[(&str, T, &str)], value: T) -> String {
    table.iter().find(|(_, known, _)| *known == value).map(|(code, ..)| (*code).to_owned()).unwrap_or_default()
}

/// What a field says, in words: labels instead of codes.
pub fn in_words(field: &FieldView) -> String {
    match field.kind {
        FieldKind::Choice => {
            let chosen = field.options.iter().find(|option| option.code == field.value);
            chosen.map(|option| option.label.clone()).unwrap_or_default()
        }
        FieldKind::Tick => if field.value == "ya" { "ya" } else { "tidak" }.to_owned(),
        _ => field.value.clone(),
    }
}
