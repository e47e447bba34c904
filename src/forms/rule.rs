use serde::{Deserialize, Serialize};

/// A condition over other answers, as data: `{"all": [{"is": ["milik", "sewa"]}, {"filled": "bank"}]}`.
///
/// A name is that of an earlier question (`nama_usaha`, `wilayah.desa`), of a part beside the question
/// when it begins with a dot (`.prov`), or of a fact that the office gives (`kantor.jenis`). A question
/// that is hidden counts as not answered, whatever had been typed there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The answer is this one.
    Is(String, String),
    /// The answer is one of these.
    AnyOf(String, Vec<String>),
    /// Two answers are the same, and there is one. Spaces and dots within a number do not count.
    Same(String, String),
    Filled(String),
    Not(Box<Self>),
    /// And.
    All(Vec<Self>),
    /// Or.
    Any(Vec<Self>),
}

impl Rule {
    /// Whether it holds, given what is answered under a name (nothing is the empty text).
    pub fn holds<'a>(&self, answer: &impl Fn(&str) -> &'a str) -> bool {
        match self {
            Self::Is(name, wanted) => answer(name) == wanted,
            Self::AnyOf(name, wanted) => wanted.iter().any(|one| answer(name) == one),
            Self::Same(one, other) => !answer(one).is_empty() && bare(answer(one)).eq(bare(answer(other))),
            Self::Filled(name) => !answer(name).is_empty(),
            Self::Not(rule) => !rule.holds(answer),
            Self::All(rules) => rules.iter().all(|rule| rule.holds(answer)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(answer)),
        }
    }

    /// Calls with every name that it looks at, and the value that it compares with.
    pub fn each_name<'a>(&'a self, see: &mut impl FnMut(&'a str, Option<&'a str>)) {
        match self {
            Self::Is(name, value) => see(name, Some(value)),
            Self::AnyOf(name, values) => values.iter().for_each(|value| see(name, Some(value))),
            Self::Same(one, other) => {
                see(one, None);
                see(other, None);
            }
            Self::Filled(name) => see(name, None),
            Self::Not(rule) => rule.each_name(see),
            Self::All(rules) | Self::Any(rules) => rules.iter().for_each(|rule| rule.each_name(see)),
        }
    }
}

fn bare(typed: &str) -> impl Iterator<Item = char> {
    typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(rule: &str) -> bool {
        let answer = |name: &str| match name {
            "milik" => "sewa",
            "asal" | "kantor" => "3510242008",
            _ => "",
        };
        serde_json::from_str::<Rule>(rule).expect("a rule").holds(&answer)
    }

    #[test]
    fn what_is_not_answered_equals_nothing_and_not_even_itself() {
        assert!(!holds(r#"{"is": ["tidak_ada", "ya"]}"#));
        assert!(!holds(r#"{"any_of": ["tidak_ada", ["ya", "tidak"]]}"#));
        assert!(!holds(r#"{"same": ["tidak_ada", "juga_tidak"]}"#));
        assert!(!holds(r#"{"filled": "tidak_ada"}"#));
        assert!(holds(r#"{"not": {"filled": "tidak_ada"}}"#));
    }

    #[test]
    fn conditions_join_with_and_or_and_not() {
        assert!(holds(r#"{"all": [{"is": ["milik", "sewa"]}, {"same": ["asal", "kantor"]}]}"#));
        assert!(!holds(r#"{"all": [{"is": ["milik", "sewa"]}, {"is": ["milik", "kos"]}]}"#));
        assert!(holds(r#"{"any": [{"any_of": ["milik", ["kos", "sewa"]]}, {"filled": "x"}]}"#));
        assert!(holds(r#"{"all": []}"#) && !holds(r#"{"any": []}"#));
    }
}
