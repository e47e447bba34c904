//! `/kantor/pustaka/aturan`: what this library allows, and when it is open.

use super::Said;
use crate::access::{ActName, Refusal};
use crate::domain::Weekday;
use crate::features::library::office::Desk;
use crate::features::library::office::desk::LANG;
use crate::features::library::office::parts::{fact, field, main_button, page, part, press};
use crate::features::library::office::views::{Asked, FieldView, FormView, ShelfView};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::{Rules, store};
use crate::ui::way;

/// The names of the ticks, from Monday on.
const DAYS: [&str; 7] = ["buka_senin", "buka_selasa", "buka_rabu", "buka_kamis", "buka_jumat", "buka_sabtu", "buka_minggu"];

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn rules(desk: &Desk, said: Said<'_>) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let rules = store::rules_of(&scope).await?;
    drop(scope);
    let mut view = page(desk, Some(way(COUNTER, "Pustaka")), "Aturan perpustakaan");
    view.result = (said.result == "disimpan").then(|| "Aturan tersimpan. Pinjaman yang berjalan tetap pada harinya.".to_owned());
    let mut sheet = part("");
    if desk.may(ActName::KeepRules) {
        let seen = rules.version.map(|seen| ("_seen", seen.0.to_string()));
        let fields = fields(&rules);
        sheet.forms.push(FormView { fields, buttons: vec![main_button("Simpan aturan")], ..press("rules", "", seen.as_slice()) });
    } else {
        sheet.facts = facts(&rules);
    }
    view.parts.push(sheet);
    Ok(view)
}

fn fields(rules: &Rules) -> Vec<FieldView> {
    let number = |name, label, hint, value: u32| field(name, Asked::Digits, label, hint, value.to_string());
    let mut fields = vec![
        number("pinjam", "Buku untuk satu pembaca", "1 sampai 20 sekaligus.", rules.copies),
        number("hari", "Lama pinjam, hari", "1 sampai 60.", rules.days),
        number("perpanjang", "Boleh diperpanjang, kali", "0 sampai 5.", rules.renewals),
        number("sisih", "Lama buku pesanan disisihkan, hari", "1 sampai 14.", rules.aside),
    ];
    fields.extend(Weekday::ALL.into_iter().zip(DAYS).map(|(day, name)| {
        let open = if rules.open_on.contains(&day) { "ya" } else { "" };
        field(name, Asked::Tick, &["Buka hari ", day.name(LANG)].concat(), "", open)
    }));
    let closed: Vec<String> = rules.closed.iter().map(|day| day.in_words(LANG)).collect();
    let hint = "Boleh kosong. Satu tanggal di setiap baris, contoh: 25 Desember 2026. Buku tidak jatuh tempo pada hari itu.";
    fields.push(field("tutup", Asked::Lines, "Tanggal tutup", hint, closed.join("\n")));
    fields.push(field("jam", Asked::Line, "Jam buka", "Dibaca semua orang. Contoh: 08.00-15.00 WIB", &rules.hours));
    fields
}

fn facts(rules: &Rules) -> Vec<(String, String)> {
    let open: Vec<&str> = rules.open_on.iter().map(|day| day.name(LANG)).collect();
    let closed: Vec<String> = rules.closed.iter().map(|day| words::on(*day)).collect();
    let mut facts = vec![
        fact("Buku untuk satu pembaca", rules.copies.to_string()),
        fact("Lama pinjam", [&rules.days.to_string(), " hari"].concat()),
        fact("Boleh diperpanjang", [&rules.renewals.to_string(), " kali"].concat()),
        fact("Pesanan disisihkan", [&rules.aside.to_string(), " hari"].concat()),
        fact("Hari buka", open.join(", ")),
        fact("Jam buka", &rules.hours),
    ];
    if !closed.is_empty() {
        facts.push(fact("Tutup", closed.join("; ")));
    }
    facts
}
