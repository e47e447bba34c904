use std::fmt;

use serde::{Deserialize, Serialize};

use super::asked::rows_answered;
use super::{DATE_PARTS, FieldKind, ProblemCode, Problems, Step, urlencoded};
use crate::domain::Day;

/// What was typed, under the names of the inputs and exactly as typed, valid or not: a draft is the
/// old input, nothing can be lost. Rows are `anggota.0.nik`, parts `wilayah.desa`, a date
/// `lahir.hari`, `lahir.bulan`, `lahir.tahun`. An empty answer is no answer and is not kept.
///
/// Personal throughout, so `Debug` shows names only.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(Vec<(String, String)>);

/// More inputs than the longest form with all its rows.
const MOST: usize = 1_000;

impl Answers {
    pub const EMPTY: Self = Self(Vec::new());

    /// From the bytes of a form post. Names that begin with `_` (the key, the version, the page) are
    /// the machinery of forms and are left out.
    ///
    /// # Errors
    /// `Repeated` for a name that comes twice: two readers could take two different values for the
    /// answer (security 15.3.7), and no form of ours sends one. `TooMany` for endless posts.
    pub fn from_form(body: &str) -> Result<Self, Problems> {
        Self::from_pairs(urlencoded::pairs(body))
    }

    /// # Errors
    /// As [`Answers::from_form`].
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Self, Problems> {
        let (mut answers, mut problems) = (Self::default(), Problems::default());
        for (name, value) in pairs {
            if name.starts_with('_') {
                continue;
            }
            if answers.0.len() == MOST {
                problems.add(name, ProblemCode::TooMany { max: MOST as u32 });
                break;
            }
            if answers.0.iter().any(|(known, _)| *known == name) {
                problems.add(name, ProblemCode::Repeated);
            } else {
                // Empty ones too, for now: an empty second value is a second value.
                answers.0.push((name, value));
            }
        }
        answers.0.retain(|(_, value)| !value.trim().is_empty());
        if problems.is_empty() { Ok(answers) } else { Err(problems) }
    }

    /// As typed; the empty text when there is none.
    pub fn typed(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Puts an answer in the place of the one before.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let (name, value) = (name.into(), value.into());
        self.0.retain(|(known, _)| *known != name);
        if !value.trim().is_empty() {
            self.0.push((name, value));
        }
    }

    /// A date into its three inputs.
    pub fn put_day(&mut self, name: &str, day: Day) {
        let parts = [day.day().into(), day.month().into(), day.year()];
        for (part, number) in DATE_PARTS.iter().zip(parts) {
            self.put([name, part].concat(), u16::to_string(&number));
        }
    }

    /// Saves a step as posted: its old answers go, the posted ones that belong to it come, all others
    /// stay. What belongs to no question of the step is not kept.
    pub fn save_step(&mut self, step: &Step, posted: &Self) {
        self.0.retain(|(name, _)| !step.owns(name));
        self.0.extend(posted.0.iter().filter(|(name, _)| step.owns(name)).cloned());
    }

    /// How many rows a posted step shows when it is drawn again: those with an answer, and one more for
    /// whoever asked for it.
    pub fn draw_rows(&mut self, step: &Step, one_more: bool) {
        for rows in step.fields.iter().filter(|field| field.kind == FieldKind::Rows) {
            let answered = rows_answered(self, &rows.name);
            self.put(rows.name.as_str(), if one_more { (answered + 1).to_string() } else { String::new() });
        }
    }

    /// Only the answers of one step.
    #[must_use]
    pub fn of_step(&self, step: &Step) -> Self {
        Self(self.0.iter().filter(|(name, _)| step.owns(name)).cloned().collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether anything is answered under names that begin so.
    pub(super) fn any_under(&self, prefix: &str) -> bool {
        self.0.iter().any(|(name, _)| name.starts_with(prefix))
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_second_value_under_one_name_is_refused_even_an_empty_one() {
        for body in ["nik=1&nik=2", "nik=1&nik=", "nik=&nik=1", "nik=1&%6Eik=1"] {
            assert_eq!(Answers::from_form(body).expect_err(body).of("nik"), Some(ProblemCode::Repeated), "{body}");
        }
    }

    #[test]
    fn an_endless_post_is_refused_before_it_is_compared() {
        let body: String = (0..30_000).map(|at| format!("a{at}=1&")).collect();
        assert_eq!(Answers::from_form(&body).expect_err("refused").of("a1000"), Some(ProblemCode::TooMany { max: 1_000 }));
    }

    #[test]
    fn what_is_typed_stays_as_typed_and_the_machinery_is_left_out() {
        let answers = Answers::from_form("_key=018f&nik=3510+1645&nama=%3Cscript%3E%F0%9F%98%80&kosong=&spasi=+").expect("answers");
        assert_eq!(answers.iter().collect::<Vec<_>>(), [("nik", "3510 1645"), ("nama", "<script>😀")]);
        assert_eq!((answers.typed("kosong"), answers.typed("_key")), ("", ""));
    }

    #[test]
    fn answers_in_a_log_are_names_without_what_was_typed() {
        let answers = Answers::from_form("nik=3510164506900001").expect("answers");
        assert_eq!(format!("{answers:?}"), r#"{"nik"}"#);
    }

    #[test]
    fn a_day_goes_into_three_inputs() {
        let mut answers = Answers::default();
        answers.put_day("lahir", Day::new(1990, 6, 5).expect("a day"));
        assert_eq!(answers.iter().collect::<Vec<_>>(), [("lahir.hari", "5"), ("lahir.bulan", "6"), ("lahir.tahun", "1990")]);
    }

    proptest! {
        #[test]
        fn a_draft_comes_back_as_it_was_stored(pairs in prop::collection::btree_map("[a-z.0-9]{1,9}", any::<String>(), 0..20)) {
            let answers = Answers::from_pairs(pairs).expect("answers");
            let stored = serde_json::to_string(&answers).expect("JSON");
            prop_assert_eq!(serde_json::from_str::<Answers>(&stored).expect("answers"), answers);
        }

        #[test]
        fn whatever_bytes_are_posted_are_answered(body in any::<String>()) {
            let _ = Answers::from_form(&body);
        }
    }
}
