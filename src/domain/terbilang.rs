const UNITS: [&str; 12] = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
const GROUPS: [(i64, &str); 4] = [(1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu")];

/// A number in Indonesian words, as letters put it behind the digits: `4.500.000` is "empat juta lima
/// ratus ribu". Rules and test vectors: letters 6. `None` for negative numbers and for more than 15
/// digits, which no letter needs.
pub fn terbilang(number: i64) -> Option<String> {
    if !(0..1_000_000_000_000_000).contains(&number) {
        return None;
    }
    let mut words: Vec<&str> = Vec::new();
    let mut left = number;
    for (size, name) in GROUPS {
        match (left / size, name) {
            (0, _) => {}
            // Only a thousand contracts: "seribu", but "satu juta".
            (1, "ribu") => words.push("seribu"),
            (count, _) => {
                below_a_thousand(count, &mut words);
                words.push(name);
            }
        }
        left %= size;
    }
    below_a_thousand(left, &mut words);
    Some(if words.is_empty() { "nol".to_owned() } else { words.join(" ") })
}

fn below_a_thousand(number: i64, words: &mut Vec<&str>) {
    let unit = |digit: i64| usize::try_from(digit).ok().and_then(|at| UNITS.get(at)).copied().unwrap_or_default();
    match number {
        0 => {}
        1..=11 => words.push(unit(number)),
        12..=19 => words.extend([unit(number - 10), "belas"]),
        20..=99 => {
            words.extend([unit(number / 10), "puluh"]);
            below_a_thousand(number % 10, words);
        }
        _ => {
            match number / 100 {
                1 => words.push("seratus"),
                hundreds => words.extend([unit(hundreds), "ratus"]),
            }
            below_a_thousand(number % 100, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn negative_and_endless_numbers_have_no_words() {
        assert_eq!((terbilang(-1), terbilang(i64::MIN), terbilang(1_000_000_000_000_000)), (None, None, None));
    }

    #[test]
    fn numbers_are_put_into_words_as_the_rules_of_letters_say() {
        for (number, words) in VECTORS {
            assert_eq!(terbilang(*number).as_deref(), Some(*words), "{number}");
        }
    }

    proptest! {
        #[test]
        fn words_are_parted_by_single_spaces(number in 0_i64..1_000_000_000_000_000) {
            let words = terbilang(number).expect("words");
            prop_assert!(words.split(' ').all(|word| !word.is_empty()), "{}", words);
        }
    }

    const VECTORS: &[(i64, &str)] = &[
        (0, "nol"),
        (1, "satu"),
        (7, "tujuh"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (101, "seratus satu"),
        (110, "seratus sepuluh"),
        (111, "seratus sebelas"),
        (212, "dua ratus dua belas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_026, "dua ribu dua puluh enam"),
        (10_000, "sepuluh ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (750_000, "tujuh ratus lima puluh ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (4_500_000, "empat juta lima ratus ribu"),
        (12_345_678, "dua belas juta tiga ratus empat puluh lima ribu enam ratus tujuh puluh delapan"),
        (1_000_000_000, "satu miliar"),
        (2_500_000_000_000, "dua triliun lima ratus miliar"),
    ];
}
