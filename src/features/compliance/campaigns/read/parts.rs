//! How a campaign and its offices are said.

use super::super::figures::{Reached, asked, class, reached};
use crate::domain::Lang;
use crate::features::compliance::store::Standing;
use crate::features::compliance::{Campaign, CampaignState};
use crate::ui::MarkView;

/// The regency speaks Indonesian.
pub const LANG: Lang = Lang::Id;

pub fn period(campaign: &Campaign) -> String {
    [&campaign.opens.in_words(LANG), " sampai ", &campaign.closes.in_words(LANG)].concat()
}

pub fn mark_of(state: CampaignState) -> MarkView {
    let (who, icon, words) = match state {
        CampaignState::Open => ("office", "pencil", "Kantor mengisi"),
        CampaignState::Locked => ("you", "lock", "Terkunci"),
        CampaignState::Published { .. } => ("done", "check", "Terbit"),
    };
    MarkView { who: who.to_owned(), icon: icon.to_owned(), words: words.to_owned() }
}

pub fn mark_of_office(reached: Reached) -> MarkView {
    let (who, icon) = match reached {
        Reached::Nothing => ("grey", "draft"),
        Reached::Answering => ("office", "pencil"),
        Reached::Waiting => ("you", "clock"),
        Reached::Settled => ("done", "check"),
    };
    MarkView { who: who.to_owned(), icon: icon.to_owned(), words: said(reached).to_owned() }
}

pub const fn said(reached: Reached) -> &'static str {
    match reached {
        Reached::Nothing => "Belum mengisi",
        Reached::Answering => "Mengisi",
        Reached::Waiting => "Menunggu",
        Reached::Settled => "Selesai",
    }
}

/// Which offices a table shows, by the code in the address.
pub const LISTS: [(&str, Option<Reached>, &str); 5] = [
    ("", None, "Semua"),
    ("belum", Some(Reached::Nothing), "Belum mengisi"),
    ("mengisi", Some(Reached::Answering), "Mengisi"),
    ("menunggu", Some(Reached::Waiting), "Menunggu"),
    ("selesai", Some(Reached::Settled), "Selesai"),
];

pub fn is_in(seat: &Standing, list: Option<Reached>) -> bool {
    list.is_none_or(|list| reached(seat) == list)
}

/// "6 dari 13"
pub fn progress(seat: &Standing) -> String {
    [&seat.accepted.to_string(), " dari ", &asked(seat).to_string()].concat()
}

/// "92,31, Maju"; nothing before something is judged.
pub fn result(seat: &Standing) -> String {
    class(seat).map(|class| [&value(seat.value), ", ", class.name()].concat()).unwrap_or_default()
}

/// 8462 is "84,62".
fn value(hundredths: u32) -> String {
    let part = (hundredths % 100).to_string();
    let filled = if part.len() == 1 { ["0", &part].concat() } else { part };
    [&(hundredths / 100).to_string(), ",", &filled].concat()
}

/// What an act has done. The address carries a word of a list, never a sentence.
pub fn done(code: &str) -> Option<&'static str> {
    Some(match code {
        "dibuka" => "Kampanye dibuka. Setiap kantor sudah punya pemeriksa.",
        "terkunci" => "Kampanye terkunci. Kantor tidak mengubah isian lagi.",
        "terbit" => "Hasil terbit. Semua orang membacanya sekarang.",
        "diganti" => "Pemeriksa kantor itu sudah diganti.",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_value_has_two_digits_behind_its_comma() {
        assert_eq!([8_462, 10_000, 7_605, 0].map(super::value), ["84,62", "100,00", "76,05", "0,00"]);
    }
}
