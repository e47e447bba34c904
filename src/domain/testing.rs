//! Valid words for property tests.

use proptest::prelude::*;

use super::{Day, Nik};

pub(crate) fn any_day() -> impl Strategy<Value = Day> {
    (Day::FIRST.number()..=Day::LAST.number()).prop_map(Day::from_number)
}

pub(crate) fn any_nik() -> impl Strategy<Value = Nik> {
    (110_101_u32..=979_999, any_day(), any::<bool>(), 1_u16..=9999).prop_map(|(place, born, woman, serial)| {
        let day = born.day() + if woman { 40 } else { 0 };
        Nik::parse(&format!("{place}{day:02}{:02}{:02}{serial:04}", born.month(), born.year() % 100)).expect("a NIK")
    })
}
