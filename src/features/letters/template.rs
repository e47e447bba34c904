use sha2::{Digest, Sha256};

/// What letters and forms share.
const WORDS: (&str, &str) = ("kata.typ", include_str!("typst/kata.typ"));

/// The form that all letters share: letterhead, title, signature block, code, page.
const SHARED: (&str, &str) = ("surat.typ", include_str!("typst/surat.typ"));

/// The form that goes with a letter of moving. It is no letter, so no service has it as its template.
const F103: (&str, &str) = ("f103.typ", include_str!("typst/f103.typ"));

/// What a letter that is words alone is set with.
const WORDED: (&str, &str) = ("keterangan.typ", include_str!("typst/keterangan.typ"));

/// Letters whose words are data: adding one adds no Rust but its line here.
const WORDS_OF: [(&str, &str); 2] = [("skd.json", include_str!("typst/skd.json")), ("sku.json", include_str!("typst/sku.json"))];

/// Letters with a table, or with more to work out than words can say, have a template of their own.
const LETTERS: [(&str, &str); 3] = [
    ("datang.typ", include_str!("typst/datang.typ")),
    ("pindah.typ", include_str!("typst/pindah.typ")),
    ("sertifikat.typ", include_str!("typst/sertifikat.typ")),
];

/// A letter's template, its words where they are a file of their own, and the shared form that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    pub name: &'static str,
    source: &'static str,
    /// Name and text of the file, as [`Passage`](super::words::Passage)s.
    words: Option<(&'static str, &'static str)>,
}

/// Names and texts of all that form F-1.03 consists of, its own first.
pub const fn f103_files() -> [(&'static str, &'static str); 2] {
    [F103, WORDS]
}

/// The template of a service by its code: `sku`, `skd`, `pindah`.
pub fn template(service: &str) -> Option<Template> {
    let of = |list: &[(&'static str, &'static str)], ending: &str| {
        list.iter().copied().find(|(name, _)| name.strip_suffix(ending) == Some(service))
    };
    let drawn = || of(&LETTERS, ".typ").map(|(name, source)| Template { name, source, words: None });
    of(&WORDS_OF, ".json").map(|(name, words)| Template::worded(name, words)).or_else(drawn)
}

impl Template {
    /// A letter that is words alone.
    pub const fn worded(name: &'static str, words: &'static str) -> Self {
        Self { name: WORDED.0, source: WORDED.1, words: Some((name, words)) }
    }

    /// Names and texts of all that it consists of.
    pub fn files(self) -> Vec<(&'static str, &'static str)> {
        [WORDS, SHARED, (self.name, self.source)].into_iter().chain(self.words).collect()
    }

    /// The text of the file of its words.
    pub fn words(self) -> Option<&'static str> {
        self.words.map(|(_, words)| words)
    }

    /// Names this wording for ever: a snapshot says with which template it was frozen.
    pub fn hash(self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for (name, source) in self.files() {
            for part in [name, source] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        hash.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_without_a_template_has_none() {
        assert_eq!(template("kawin_lari"), None);
        assert_eq!(template("surat"), None, "the shared form is no letter");
        assert_eq!(template("f103"), None, "the form goes with a letter and is none");
        assert_eq!(template("sku").map(|found| found.name), Some("keterangan.typ"));
    }

    #[test]
    fn two_templates_never_have_one_hash() {
        let services = WORDS_OF.iter().chain(&LETTERS).filter_map(|(name, _)| name.split('.').next());
        let hashes: std::collections::BTreeSet<_> = services.filter_map(template).map(Template::hash).collect();
        assert_eq!(hashes.len(), WORDS_OF.len() + LETTERS.len());
        assert_ne!(Template::worded("sku.json", "[]").hash(), template("sku").expect("a template").hash(), "its words are a part of it");
    }
}
