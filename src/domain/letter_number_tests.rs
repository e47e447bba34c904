use proptest::prelude::*;

use super::*;

const VILLAGE: &str = "35.10.24.2008";

fn facts(code: &'static str, sequence: u32, unit: Option<&'static str>) -> NumberFacts<'static> {
    let on = Day::new(2026, 11, 24).expect("a day");
    NumberFacts { code, sequence, inserted: None, unit, village_code: VILLAGE, on }
}

fn written(pattern: &str, facts: NumberFacts<'_>) -> String {
    NumberPattern::parse(pattern).expect(pattern).write(facts).expect(pattern).to_string()
}

#[test]
fn a_pattern_without_number_or_year_is_refused() {
    assert_eq!(NumberPattern::parse(""), Err(PatternFault::NoSequence));
    assert_eq!(NumberPattern::parse("{kode}/{tahun}"), Err(PatternFault::NoSequence));
    assert_eq!(NumberPattern::parse("{kode}/{urut}"), Err(PatternFault::NoYear));
}

#[test]
fn a_pattern_that_is_mistyped_is_refused_with_what_is_wrong() {
    let fault = |text: &str| NumberPattern::parse(text).expect_err(text);
    assert_eq!(fault("{urut}/{tahun"), PatternFault::Unclosed);
    assert_eq!(fault("{urut}/tahun}"), PatternFault::Unclosed);
    assert_eq!(fault("{urut}/{tahun}/{nomor}"), PatternFault::UnknownToken("nomor".into()));
    assert_eq!(fault("{URUT}/{tahun}"), PatternFault::UnknownToken("URUT".into()));
    assert_eq!(fault("{urut:0}/{tahun}"), PatternFault::Padding("0".into()));
    assert_eq!(fault("{urut:x}/{tahun}"), PatternFault::Padding("x".into()));
    assert_eq!(fault("{urut:12}/{tahun}"), PatternFault::Padding("12".into()));
    assert_eq!(fault("{urut}/{tahun:2}"), PatternFault::Padding("2".into()));
    assert_eq!(fault("{urut}\n{tahun}"), PatternFault::Character('\n'));
    assert_eq!(fault("{urut}/{tahun}/#"), PatternFault::Character('#'));
    assert_eq!(fault(&format!("{{urut}}{{tahun}}{}", "x".repeat(48))), PatternFault::TooLong);
}

#[test]
fn the_default_writes_code_number_unit_and_year() {
    let number = written(NumberPattern::DEFAULT, facts("400.12.2.2", 118, Some("429.523.03")));
    assert_eq!(number, "400.12.2.2/118/429.523.03/2026");
}

#[test]
fn without_a_unit_the_code_of_the_village_stands_in_its_place() {
    assert_eq!(written(NumberPattern::DEFAULT, facts("475", 118, None)), "475/118/35.10.24.2008/2026");
}

#[test]
fn months_are_written_in_roman_or_in_two_digits() {
    let facts = facts("475", 118, Some("429.523.03"));
    assert_eq!(written("{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}", facts), "475/118/429.523.03/XI/2026");
    assert_eq!(written("{urut} - {bulan}.{tahun} ({kode_desa})", facts), "118 - 11.2026 (35.10.24.2008)");
    for (month, roman) in (1..).zip(ROMAN) {
        let on = Day::new(2026, month, 1).expect("a day");
        assert_eq!(written("{urut}/{bulan_romawi}/{tahun}", NumberFacts { on, ..facts }), format!("118/{roman}/2026"));
    }
}

#[test]
fn padding_is_a_minimum_and_never_cuts() {
    let pattern = "{urut:3}/{tahun}";
    for (sequence, text) in [(1, "001/2026"), (99, "099/2026"), (118, "118/2026"), (1204, "1204/2026")] {
        assert_eq!(written(pattern, facts("475", sequence, None)), text);
    }
}

#[test]
fn an_inserted_number_keeps_its_letter() {
    assert_eq!(written("{urut:3}/{tahun}", NumberFacts { inserted: Some('a'), ..facts("475", 45, None) }), "045a/2026");
}

#[test]
fn a_number_that_became_too_long_is_refused_and_not_cut() {
    let pattern = NumberPattern::parse("{kode}/{urut}/{unit}/{tahun}").expect("a pattern");
    let long = "9".repeat(50);
    assert_eq!(pattern.write(NumberFacts { code: &long, ..facts("", 118, Some("429.523.03")) }), Err(PatternFault::TooLong));
}

proptest! {
    #[test]
    fn whatever_is_typed_as_a_pattern_is_answered_without_a_panic(text in "[{}a-z:/_0-9 é]{0,70}") {
        let _ = NumberPattern::parse(&text);
    }

    #[test]
    fn two_numbers_of_one_year_are_never_written_alike(one in 1_u32..200_000, other in 1_u32..200_000, digits in 1_u8..=6) {
        let pattern = format!("{{kode}}/{{urut:{digits}}}/{{tahun}}");
        let (first, second) = (written(&pattern, facts("475", one, None)), written(&pattern, facts("475", other, None)));
        prop_assert_eq!(first == second, one == other);
    }

    #[test]
    fn a_pattern_reads_back_as_it_was_stored(middle in "[a-zA-Z0-9 ./()_-]{0,20}") {
        let pattern = NumberPattern::parse(&format!("{{urut}}{middle}{{tahun}}")).expect("a pattern");
        let stored = serde_json::to_string(&pattern).expect("json");
        prop_assert_eq!(serde_json::from_str::<NumberPattern>(&stored).expect("a pattern"), pattern);
    }
}

#[test]
fn the_pattern_of_an_office_that_chose_none_reads_as_it_is_written() {
    assert_eq!(NumberPattern::parse(NumberPattern::DEFAULT), Ok(NumberPattern::default()));
}
