//! Whether a schema makes sense. Asked once when the server reads its data files, and by the tests;
//! the browser never needs it.

use super::{FACTS, Field, FieldKind, Rule, Schema, WORKED_OUT};

/// Most questions on one screen (product 3, rule 1).
pub const MOST_QUESTIONS: usize = 5;

/// What is wrong with a schema, for whoever writes the file; empty when nothing is.
pub fn faults(schema: &Schema) -> Vec<String> {
    let mut sound = Sound { faults: Vec::new(), known: Vec::new() };
    if schema.steps.is_empty() {
        sound.fault("the form", "has no steps");
    }
    for (at, step) in schema.steps.iter().enumerate() {
        let place = ["step ", &step.name].concat();
        if !is_a_name(&step.name, '-') {
            sound.fault(&place, "needs a name of a-z, 0-9 and -");
        }
        if step.title.trim().is_empty() {
            sound.fault(&place, "needs a title");
        }
        if schema.steps.iter().take(at).any(|earlier| earlier.name == step.name) {
            sound.fault(&place, "stands twice");
        }
        match step.fields.len() {
            0 => sound.fault(&place, "asks nothing"),
            1..=MOST_QUESTIONS => {}
            _ => sound.fault(&place, "asks more than five questions"),
        }
        sound.rule(step.show.as_ref(), "", &place);
        sound.fields(&step.fields, "");
    }
    sound.faults
}

struct Sound<'a> {
    faults: Vec<String>,
    /// The questions so far, by path; conditions may look at these only.
    known: Vec<(String, &'a Field)>,
}

impl<'a> Sound<'a> {
    fn fault(&mut self, place: &str, what: &str) {
        self.faults.push([place, ": ", what].concat());
    }

    fn fields(&mut self, fields: &'a [Field], prefix: &str) {
        for field in fields {
            let path = [prefix, &field.name].concat();
            self.field(field, &path, prefix);
            if field.is_group() {
                self.fields(&field.fields, &[&path, "."].concat());
            } else if field.kind == FieldKind::Rows {
                // Seen from outside a row has no single answer, so what a row asks is known to the
                // row alone.
                let before = self.known.len();
                self.fields(&field.fields, &[&path, ".0."].concat());
                self.known.truncate(before);
            }
        }
    }

    fn field(&mut self, field: &'a Field, path: &str, prefix: &str) {
        if !is_a_name(&field.name, '_') {
            self.fault(path, "needs a name of a-z, 0-9 and _");
        }
        if field.label.trim().is_empty() || field.hint.as_ref().is_some_and(|hint| hint.trim().is_empty()) {
            self.fault(path, "needs words");
        }
        if self.known.iter().any(|(known, _)| known == path) {
            self.fault(path, "stands twice");
        }
        if field.min.zip(field.max).is_some_and(|(min, max)| field.kind != FieldKind::Year && min > max) {
            self.fault(path, "has a smallest value above the largest");
        }
        let has_parts = field.is_group() || field.kind == FieldKind::Rows;
        if has_parts == field.fields.is_empty() {
            self.fault(path, "a person, a region and rows have parts, other questions have none");
        }
        if field.kind == FieldKind::Rows && (prefix.contains('.') || field.fields.iter().any(|part| part.kind == FieldKind::Rows)) {
            self.fault(path, "rows stand in no other rows");
        }
        self.rule(field.show.as_ref(), prefix, path);
        self.rule(field.need.as_ref(), prefix, path);
        self.options(field, path, prefix);
        self.known.push((path.to_owned(), field));
        // Its own answer is among those that an objection looks at.
        for objection in &field.refuse {
            self.rule(Some(&objection.when), prefix, path);
        }
    }

    fn options(&mut self, field: &'a Field, path: &str, prefix: &str) {
        let chooses = matches!(field.kind, FieldKind::Choice | FieldKind::RowsOf | FieldKind::Fact);
        if chooses == field.options.is_empty() {
            self.fault(path, "a choice has options, other questions have none");
        }
        for (at, option) in field.options.iter().enumerate() {
            if option.code.trim().is_empty() || option.code.trim() != option.code || option.label.trim().is_empty() {
                self.fault(path, "an option needs a code and a label");
            }
            if field.options.iter().take(at).any(|earlier| earlier.code == option.code) {
                self.fault(path, "an option stands twice");
            }
        }
        let Some(within) = &field.within else { return };
        let of_rows = |name: &str| self.known.iter().any(|(known, field)| known == name && field.kind == FieldKind::Rows);
        match field.kind {
            FieldKind::Fact if WORKED_OUT.contains(&within.as_str()) => return,
            FieldKind::RowsOf if of_rows(within) => return,
            FieldKind::Fact | FieldKind::RowsOf => return self.fault(path, "shows nothing that is known"),
            _ => {}
        }
        let above = absolute(within, prefix);
        let Some((_, above)) = self.known.iter().find(|(known, _)| *known == above) else {
            return self.fault(path, "is filtered by no earlier question");
        };
        let under_one = |option: &super::Choice| option.of.as_ref().is_some_and(|of| above.options.iter().any(|above| above.code == *of));
        if !field.options.iter().all(under_one) {
            self.fault(path, "an option stands under no option of the choice above");
        }
    }

    /// Conditions look back: at questions asked before, at facts of the office. So they cannot go round.
    fn rule(&mut self, rule: Option<&Rule>, prefix: &str, place: &str) {
        let Some(rule) = rule else { return };
        let mut faults = Vec::new();
        rule.each_name(&mut |name, value| {
            let path = absolute(name, prefix);
            let question = self.known.iter().find(|(known, _)| *known == path).map(|(_, field)| *field);
            if question.is_none() && !FACTS.contains(&name) && !WORKED_OUT.contains(&name) {
                faults.push(["a condition looks at ", name, ", which is neither asked before nor a fact"].concat());
            }
            let offered = |field: &Field, value: &str| field.options.is_empty() || field.options.iter().any(|option| option.code == value);
            if question.zip(value).is_some_and(|(field, value)| !offered(field, value)) {
                faults.push(["a condition waits for an answer that is not offered by ", name].concat());
            }
        });
        for fault in faults {
            self.fault(place, &fault);
        }
    }
}

fn absolute(name: &str, prefix: &str) -> String {
    name.strip_prefix('.').map_or_else(|| name.to_owned(), |beside| [prefix, beside].concat())
}

fn is_a_name(name: &str, joiner: char) -> bool {
    let right = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == joiner;
    name.starts_with(|letter: char| letter.is_ascii_lowercase()) && name.chars().all(right)
}
