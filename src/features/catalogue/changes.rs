use serde::{Deserialize, Serialize};

/// What a version says in one field, as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub label: String,
    pub text: String,
}

/// A field of two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub label: String,
    pub before: String,
    pub after: String,
    pub differs: bool,
}

/// Two versions side by side: both say the same fields in the same order. What neither says is left out, and what
/// differs stands on top: on a phone the rest is screens of what an officer has seen before.
pub fn changes(before: &[Said], after: &[Said]) -> Vec<Changed> {
    let pair = |(before, after): (&Said, &Said)| Changed {
        label: after.label.clone(),
        before: before.text.clone(),
        after: after.text.clone(),
        differs: before.text != after.text,
    };
    let mut fields: Vec<Changed> = before.iter().zip(after).map(pair).collect();
    fields.retain(|field| !(field.before.is_empty() && field.after.is_empty()));
    fields.sort_by_key(|field| !field.differs);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(texts: [&str; 3]) -> Vec<Said> {
        ["Nama", "Harga", "Bahan"].into_iter().zip(texts).map(|(label, text)| Said { label: label.into(), text: text.into() }).collect()
    }

    fn found(before: [&str; 3], after: [&str; 3]) -> Vec<(String, bool)> {
        changes(&said(before), &said(after)).into_iter().map(|field| (field.label, field.differs)).collect()
    }

    #[test]
    fn what_differs_is_marked_and_comes_before_the_rest() {
        let marked = found(["Sale", "Rp18.000", "Pisang"], ["Sale", "Rp20.000", "Pisang"]);
        assert_eq!(marked, [("Harga".into(), true), ("Nama".into(), false), ("Bahan".into(), false)]);
    }

    #[test]
    fn what_is_new_or_taken_away_differs_and_what_neither_says_is_left_out() {
        assert_eq!(found(["Sale", "", "Pisang"], ["Sale", "", ""]), [("Bahan".into(), true), ("Nama".into(), false)]);
        assert_eq!(found(["Sale", "", ""], ["Sale", "", "Pisang"]), [("Bahan".into(), true), ("Nama".into(), false)]);
    }
}
