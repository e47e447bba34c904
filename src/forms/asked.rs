use super::{Answers, DATE_PARTS, Field, FieldKind, Given, Rule, Schema, Step, schema::MOST_ROWS, schema::row_number, worked_out};

/// A question that is asked now, with the answers given so far.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    pub step: &'a Step,
    pub field: &'a Field,
    /// The name of its input, `anggota.0.nik`, which is also its id on the page.
    pub path: String,
    /// The person, region or rows it is a part of, and which row.
    pub part_of: Option<(&'a Field, Option<usize>)>,
    pub required: bool,
    /// As typed; a date's three inputs joined by spaces.
    pub typed: String,
    /// The answer of the choice that filters its options.
    pub within: Option<String>,
    /// Whom it is about: the name in the row that it belongs to.
    pub about: Option<String>,
}

impl Asked<'_> {
    /// The question's label, with its row: "Anggota keluarga 2: NIK".
    pub fn label(&self) -> String {
        if let Some(name) = &self.about {
            return name.clone();
        }
        match self.part_of {
            Some((rows, Some(row))) => [&rows.label, " ", &(row + 1).to_string(), ": ", &self.field.label].concat(),
            Some((person, None)) if person.kind == FieldKind::Person => [&person.label, ": ", &self.field.label].concat(),
            _ => self.field.label.clone(),
        }
    }
}

/// All questions that are asked now, in the order of the screens. Conditions look back only, at
/// questions that are asked themselves: so one pass decides, and an answer under a question that
/// was hidden later counts for nothing.
pub fn asked<'a>(schema: &'a Schema, answers: &Answers, given: &Given) -> Vec<Asked<'a>> {
    let mut walk = Walk { answers, given, asked: Vec::new() };
    for step in &schema.steps {
        if walk.holds(step.show.as_ref(), "") {
            walk.fields(step, &step.fields, "", None, true);
        }
    }
    walk.asked
}

struct Walk<'a, 'b> {
    answers: &'b Answers,
    given: &'b Given,
    asked: Vec<Asked<'a>>,
}

impl<'a> Walk<'a, '_> {
    fn fields(&mut self, step: &'a Step, fields: &'a [Field], prefix: &str, part_of: Option<(&'a Field, Option<usize>)>, wanted: bool) {
        for field in fields {
            if !self.holds(field.show.as_ref(), prefix) {
                continue;
            }
            let path = [prefix, &field.name].concat();
            let required = wanted && field.need.as_ref().map_or(!field.optional, |need| self.holds(Some(need), prefix));
            if field.is_group() {
                let parts = [&path, "."].concat();
                let wanted = required || self.answers.any_under(&parts);
                self.fields(step, &field.fields, &parts, Some((field, None)), wanted);
                continue;
            }
            if field.kind == FieldKind::RowsOf {
                self.one_for_each_row(step, field, required);
                continue;
            }
            let above = field.within.as_ref().map(|name| self.answer(name, prefix).to_owned());
            let (typed, within) = match field.kind {
                FieldKind::Fact => (above.unwrap_or_default(), None),
                _ => (self.typed(field, &path), above),
            };
            self.asked.push(Asked { step, field, path: path.clone(), part_of, required, typed, within, about: None });
            if field.kind == FieldKind::Rows {
                self.rows(step, field, &path, required);
            }
        }
    }

    /// Each row asks the same. One that is left empty is no row, unless that many are needed.
    fn rows(&mut self, step: &'a Step, field: &'a Field, path: &str, required: bool) {
        let least = if required { field.min.and_then(|min| usize::try_from(min).ok()).unwrap_or(1) } else { 0 };
        for row in 0..rows_shown(field, self.answers, path).max(least).min(field.most_rows()) {
            let prefix = [path, ".", &row.to_string(), "."].concat();
            let wanted = row < least || self.answers.any_under(&prefix);
            self.fields(step, &field.fields, &prefix, Some((field, Some(row))), wanted);
        }
    }

    /// The rows may stand in another step, of which a page has the names as facts.
    fn one_for_each_row(&mut self, step: &'a Step, field: &'a Field, required: bool) {
        let rows = field.within.as_deref().unwrap_or_default();
        for row in 0..MOST_ROWS {
            let row = row.to_string();
            let name = self.answer(&[rows, ".", &row, ".nama"].concat(), "").to_owned();
            if !name.is_empty() {
                let path = [&field.name, ".", &row].concat();
                let typed = self.typed(field, &path);
                self.asked.push(Asked { step, field, path, part_of: None, required, typed, within: None, about: Some(name) });
            }
        }
    }

    fn typed(&self, field: &Field, path: &str) -> String {
        if field.kind == FieldKind::Date {
            let parts = DATE_PARTS.map(|part| self.answers.typed(&[path, part].concat()).trim());
            if parts.iter().any(|part| !part.is_empty()) {
                return parts.join(" ");
            }
        }
        self.answers.typed(path).to_owned()
    }

    fn holds(&self, rule: Option<&Rule>, prefix: &str) -> bool {
        rule.is_none_or(|rule| rule.holds(&|name: &str| self.answer(name, prefix)))
    }

    fn answer(&self, name: &str, prefix: &str) -> &str {
        answer_of(&self.asked, self.given, &beside(name, prefix))
    }
}

/// What is known under a name: an answer, a fact that was given, or one that is worked out.
pub(super) fn answer_of<'a>(asked: &'a [Asked<'_>], given: &'a Given, name: &str) -> &'a str {
    let answered = asked.iter().find(|asked| asked.path == *name).map(|asked| asked.typed.trim());
    answered.unwrap_or_else(|| match given.facts.typed(name) {
        "" => worked_out(name, |name| answer_of(asked, given, name), given.today).unwrap_or_default(),
        fact => fact,
    })
}

/// The name of an answer beside a question, `.prov`, in full.
pub(super) fn beside(name: &str, prefix: &str) -> String {
    name.strip_prefix('.').map_or_else(|| name.to_owned(), |part| [prefix, part].concat())
}

/// How many rows stand on the page: up to the last one with an answer, or as many as the hidden input
/// under the rows' own name says ("Tambah anggota" without a script).
fn rows_shown(field: &Field, answers: &Answers, path: &str) -> usize {
    let drawn = row_number(answers.typed(path).trim()).unwrap_or(0);
    rows_answered(answers, path).max(drawn).min(field.most_rows())
}

/// One more than the number of the last row with an answer.
pub(super) fn rows_answered(answers: &Answers, path: &str) -> usize {
    let row = |name: &str| row_number(name.strip_prefix(path)?.strip_prefix('.')?.split('.').next()?);
    answers.iter().filter_map(|(name, _)| row(name)).max().map_or(0, |last| last + 1)
}
