use sha2::{Digest, Sha256};

/// What letters and forms share.
const WORDS: (&str, &str) = ("kata.typ", include_str!("typst/kata.typ"));

/// The form that all letters share: letterhead, title, signature block, code, page.
const SHARED: (&str, &str) = ("surat.typ", include_str!("typst/surat.typ"));

/// The form that goes with a letter of moving. It is no letter, so no service has it as its template.
const F103: (&str, &str) = ("f103.typ", include_str!("typst/f103.typ"));

/// The text of one letter. A data file: adding a letter adds no Rust but its line here.
const LETTERS: [(&str, &str); 4] = [
    ("datang.typ", include_str!("typst/datang.typ")),
    ("pindah.typ", include_str!("typst/pindah.typ")),
    ("skd.typ", include_str!("typst/skd.typ")),
    ("sku.typ", include_str!("typst/sku.typ")),
];

/// A letter's own template and the shared form that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    pub name: &'static str,
    source: &'static str,
}

/// Names and texts of all that form F-1.03 consists of, its own first.
pub const fn f103_files() -> [(&'static str, &'static str); 2] {
    [F103, WORDS]
}

/// The template of a service by its code: `sku`, `skd`, `pindah`.
pub fn template(service: &str) -> Option<Template> {
    let (name, source) = LETTERS.into_iter().find(|(name, _)| name.strip_suffix(".typ") == Some(service))?;
    Some(Template { name, source })
}

impl Template {
    /// Names and texts of all that it consists of.
    pub fn files(self) -> [(&'static str, &'static str); 3] {
        [WORDS, SHARED, (self.name, self.source)]
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
        assert_eq!(template("sku").map(|found| found.name), Some("sku.typ"));
    }

    #[test]
    fn two_templates_never_have_one_hash() {
        let hashes: std::collections::BTreeSet<_> =
            LETTERS.iter().filter_map(|(name, _)| template(&name[..name.len() - 4])).map(Template::hash).collect();
        assert_eq!(hashes.len(), LETTERS.len());
    }
}
