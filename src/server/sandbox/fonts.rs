//! The two official faces, Tinos (the widths of Times New Roman) and Arimo (those of Arial), pinned by
//! `package-lock.json` and carried in the program, with their licences.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontInfo};

macro_rules! face {
    ($path:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/@expo-google-fonts/", $path))
    };
}
macro_rules! licence {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/@expo-google-fonts/", $path))
    };
}

static FACES: [&[u8]; 5] = [
    face!("tinos/400Regular/Tinos_400Regular.ttf"),
    face!("tinos/700Bold/Tinos_700Bold.ttf"),
    face!("tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf"),
    face!("arimo/400Regular/Arimo_400Regular.ttf"),
    face!("arimo/700Bold/Arimo_700Bold.ttf"),
];

/// The licences of the faces, whole, for the page that shows what the program is made of.
pub const FONT_LICENCES: [&str; 2] = [licence!("tinos/LICENSE_FONT"), licence!("arimo/LICENSE_FONT")];

/// All faces, ready to set type with.
pub(super) fn all() -> Vec<Font> {
    FACES.iter().filter_map(|face| Font::new(Bytes::new(*face), 0)).collect()
}

/// Whether a letter can show this character in every face. Ask when an answer is typed: a letter with a
/// character that it cannot show cannot be issued.
///
/// Latin only, although the faces have more: in a name, a Cyrillic "А" is a forgery of an "A", and
/// text from right to left would print in another order than it was typed. Marks that combine are
/// refused too; whoever takes input brings it into its composed form (NFC) first.
pub fn can_show(character: char) -> bool {
    static INFOS: LazyLock<Vec<FontInfo>> = LazyLock::new(|| FACES.iter().filter_map(|face| FontInfo::new(face, 0)).collect());
    let latin_or_sign = matches!(character,
        ' '..='~' | '\u{A0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{2022}' | '…' | '‰' | '€' | '№' | '™');
    latin_or_sign && character != '\u{AD}' && INFOS.iter().all(|face| face.coverage.contains(u32::from(character)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_there_under_the_name_that_templates_use() {
        let names: Vec<(String, u16)> =
            all().iter().map(|face| (face.info().family.clone(), face.info().variant.weight.to_number())).collect();
        let expected = [("Tinos", 400), ("Tinos", 700), ("Tinos", 400), ("Arimo", 400), ("Arimo", 700)];
        assert_eq!(names, expected.map(|(family, weight)| (family.to_owned(), weight)));
    }

    #[test]
    fn each_family_comes_with_its_licence() {
        for (licence, family) in FONT_LICENCES.iter().zip(["Tinos", "Arimo"]) {
            assert!(licence.contains(family) && licence.contains("SIL OPEN FONT LICENSE Version 1.1"), "{family}");
        }
    }

    #[test]
    fn names_of_this_country_can_be_shown() {
        for character in "Siti Nur'aini, S.Pd. é è ê ë É È Ê Ë ñ Ñ å Å ö ü ḍ ṭ Ḍ Ṭ ě ŋ “”‘’ – — × ² ³ ½ § ° №/&()".chars()
        {
            assert!(can_show(character), "{character:?}");
        }
    }

    #[test]
    fn what_would_stop_or_turn_a_letter_cannot_be_shown() {
        for character in ['😀', 'س', 'А', 'א', '\n', '\u{7}', '\u{AD}', '\u{E000}', '\u{202E}', '\u{2066}', '\u{200B}', '\u{301}', '漢']
        {
            assert!(!can_show(character), "{character:?}");
        }
    }
}
