use std::collections::BTreeMap;

use super::moving::{head_first, rows_of};
use super::{Said, village};
use crate::features::letters::Answer;
use crate::forms::Value;

impl Said<'_> {
    /// What the letter of arrival says that is put together of several answers.
    pub(super) fn arriving_answers(&self) -> BTreeMap<String, Answer> {
        let others = self.parsed.rows("pengikut").into_iter().filter_map(|row| self.relative(row));
        let people = head_first(self.relative("").into_iter().chain(others));
        [
            ("alamat_baru", Answer::text(self.new_address())),
            ("status_kk", Answer::text(self.family_card("no_kk_ditumpangi", "kepala_kk_ditumpangi"))),
            ("jumlah", Answer::count(u32::try_from(people.len()).unwrap_or(u32::MAX))),
            ("anggota", Answer::Rows(rows_of(&people))),
        ]
        .map(|(name, answer)| (name.to_owned(), answer))
        .into()
    }

    /// "Jalan Maron 3, RT 003 RW 002, Desa Genteng Wetan, Kecamatan Genteng, Kabupaten Banyuwangi 68465"
    fn new_address(&self) -> String {
        let mut parts = self.street("alamat_baru", "dusun_baru", "rt_baru", "rw_baru", self.office.kind);
        parts.push(village(self.office.code));
        let place = parts.join(", ");
        match self.parsed.value("kodepos_baru") {
            Some(Value::Text(postcode)) => [&place, " ", postcode.as_str()].concat(),
            _ => place,
        }
    }
}
