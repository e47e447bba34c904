use sha2::{Digest, Sha256};

/// The form that all letters share: letterhead, title, signature block, code, page.
const SHARED: (&str, &str) = ("surat.typ", include_str!("typst/surat.typ"));

/// The text of one letter. A data file: adding a letter adds no Rust but its line here.
const LETTERS: [(&str, &str); 3] = [
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

/// The template of a service by its code: `sku`, `skd`, `pindah`.
pub fn template(service: &str) -> Option<Template> {
    let (name, source) = LETTERS.into_iter().find(|(name, _)| name.strip_suffix(".typ") == Some(service))?;
    Some(Template { name, source })
}

impl Template {
    /// Names and texts of all that it consists of.
    pub fn files(self) -> [(&'static str, &'static str); 2] {
        [SHARED, (self.name, self.source)]
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
        assert_eq!(template("sku").map(|found| found.name), Some("sku.typ"));
    }

    #[test]
    fn two_templates_never_have_one_hash() {
        let hashes: std::collections::BTreeSet<_> =
            LETTERS.iter().filter_map(|(name, _)| template(&name[..name.len() - 4])).map(Template::hash).collect();
        assert_eq!(hashes.len(), LETTERS.len());
    }
}
