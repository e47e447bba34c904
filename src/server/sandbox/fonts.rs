//! The two official faces, Tinos (the widths of Times New Roman) and Arimo (those of Arial), pinned by
//! `package-lock.json` and carried in the program, with their licences.

use typst::foundations::Bytes;
use typst::text::Font;

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

/// A face without serifs: small letters on a photo stay letters.
pub(super) fn plain() -> &'static [u8] {
    FACES[3]
}

pub(super) fn bold() -> &'static [u8] {
    FACES[4]
}

#[cfg(test)]
mod tests {
    use typst::text::FontInfo;

    use super::*;
    use crate::domain::printable;

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
    fn every_face_has_every_character_that_an_answer_may_have() {
        let answers = (' '..=char::MAX).filter(|letter| printable::line(&format!("a{letter}a")).is_ok_and(|line| line.contains(*letter)));
        let infos: Vec<FontInfo> = FACES.iter().filter_map(|face| FontInfo::new(face, 0)).collect();
        for letter in answers {
            assert!(infos.iter().all(|face| face.coverage.contains(u32::from(letter))), "{letter:?} U+{:04X}", u32::from(letter));
        }
    }
}
