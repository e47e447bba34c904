//! The story of one made-up form that has every kind of question: sad paths first.

mod conditions;
mod kinds;
mod properties;
mod steps;

use super::*;
use crate::domain::Day;

const FORM: &str = r#"{"steps": [
  {"name": "orang", "title": "Orang", "fields": [
    {"name": "nik", "kind": "nik", "label": "NIK"},
    {"name": "kk", "kind": "kk", "label": "Nomor KK"},
    {"name": "nama", "kind": "name", "label": "Nama", "fill": "name"},
    {"name": "lahir", "kind": "date", "label": "Tanggal lahir", "min": -45000, "max": 0},
    {"name": "hp", "kind": "phone", "label": "Nomor HP"}]},
  {"name": "usaha", "title": "Usaha", "fields": [
    {"name": "judul", "kind": "text", "label": "Nama usaha", "max": 60},
    {"name": "uraian", "kind": "long_text", "label": "Uraian", "max": 200},
    {"name": "mulai", "kind": "year", "label": "Sejak tahun", "min": 1900},
    {"name": "modal", "kind": "rupiah", "label": "Modal", "min": 1000},
    {"name": "pekerja", "kind": "number", "label": "Jumlah pekerja", "min": 1, "max": 5000}]},
  {"name": "tempat", "title": "Tempat", "fields": [
    {"name": "jam", "kind": "time", "label": "Jam buka"},
    {"name": "rt", "kind": "rt", "label": "RT"},
    {"name": "status", "kind": "choice", "label": "Status tempat",
     "options": [{"code": "milik", "label": "Milik sendiri"}, {"code": "sewa", "label": "Sewa"}]},
    {"name": "pemilik", "kind": "name", "label": "Pemilik tempat", "show": {"is": ["status", "sewa"]}},
    {"name": "izin", "kind": "attachment", "label": "Izin pemilik", "max": 2, "optional": true, "need": {"filled": "pemilik"}}]},
  {"name": "izin-usaha", "title": "Izin", "show": {"filled": "pemilik"}, "fields": [
    {"name": "asal", "kind": "region", "label": "Asal", "fields": [
      {"name": "desa", "kind": "choice", "label": "Desa atau kelurahan",
       "options": [{"code": "3510242008", "label": "Tamansari (Kec. Licin)"}, {"code": "luar", "label": "Luar"}]},
      {"name": "prov", "kind": "choice", "label": "Provinsi", "show": {"is": [".desa", "luar"]},
       "options": [{"code": "35", "label": "Jawa Timur"}, {"code": "51", "label": "Bali"}]},
      {"name": "kab", "kind": "choice", "label": "Kabupaten", "show": {"filled": ".prov"}, "within": ".prov",
       "options": [{"code": "35.09", "label": "Jember", "of": "35"}, {"code": "51.01", "label": "Jembrana", "of": "51"}]},
      {"name": "kec", "kind": "text", "label": "Kecamatan", "show": {"is": [".desa", "luar"]}},
      {"name": "kel", "kind": "text", "label": "Desa", "show": {"is": [".desa", "luar"]}}]}]},
  {"name": "anggota", "title": "Anggota", "fields": [
    {"name": "anggota", "kind": "rows", "label": "Anggota", "min": 1, "max": 3, "fields": [
      {"name": "nik", "kind": "nik", "label": "NIK"},
      {"name": "shdk", "kind": "choice", "label": "Hubungan", "options": [{"code": "4", "label": "Anak"}, {"code": "11", "label": "Lainnya"}]},
      {"name": "lain", "kind": "text", "label": "Hubungan lain", "show": {"is": [".shdk", "11"]}}]},
    {"name": "wali", "kind": "person", "label": "Wali", "optional": true, "show": {"filled": "status"}, "fields": [
      {"name": "nik", "kind": "nik", "label": "NIK"},
      {"name": "nama", "kind": "name", "label": "Nama"}]}]}
]}"#;

fn form() -> Schema {
    serde_json::from_str(FORM).expect("a schema")
}

fn given() -> Given {
    Given::on(Day::new(2026, 11, 24).expect("a day"))
}

/// Valid answers of an own shop with one member, written as people do.
fn good() -> Answers {
    Answers::from_form(concat!(
        "nik=3510+1645+0690+0001&kk=3510.1601.0110.0001&nama=Siti+Aminah&lahir.hari=5&lahir.bulan=6&lahir.tahun=1990&hp=0812-3456-7890",
        "&judul=Warung&uraian=Jual+nasi%0D%0Adan+kopi&mulai=2017&modal=4.500.000&pekerja=2&jam=07.30&rt=2&status=milik",
        "&anggota.0.nik=3510160101120002&anggota.0.shdk=4"
    ))
    .expect("answers")
}

fn problems(answers: &Answers) -> Vec<(String, ProblemCode)> {
    let found = check(&form(), answers, Part::Whole, &given()).err().unwrap_or_default();
    found.iter().map(|problem| (problem.field.clone(), problem.code)).collect()
}

fn with(name: &str, typed: &str) -> Answers {
    let mut answers = good();
    answers.put(name, typed);
    answers
}

/// The one problem of the good answers with one of them changed.
fn problem_of(name: &str, typed: &str) -> ProblemCode {
    let found = problems(&with(name, typed));
    let path = DATE_PARTS.iter().find_map(|part| name.strip_suffix(part)).unwrap_or(name);
    assert_eq!(found.len(), 1, "{name}={typed}: {found:?}");
    assert_eq!(found[0].0, path);
    found[0].1
}
