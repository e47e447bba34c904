use super::{Answers, FieldKind, Given, Schema, asked, read};
use crate::domain::{Lang, with_dots};

/// One line of "check your answers": what was asked and what is answered, as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The step that changes it.
    pub step: String,
    /// The name of the input, to link to it.
    pub path: String,
    pub label: String,
    /// Empty when nothing is answered. What is not valid is shown as typed.
    pub value: String,
    /// How many files an attachment has; its value is empty.
    pub files: usize,
    /// Somebody typed or chose it; what follows from other answers cannot be mended by itself.
    pub typed: bool,
}

/// Who reads a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Who typed it.
    Own,
    /// Anybody else: NIK, KK and phone masked until a logged reveal.
    Masked,
}

/// All questions that are asked now, with their answers, in the order of the screens.
pub fn summary(schema: &Schema, answers: &Answers, given: &Given, lang: Lang, sight: Sight) -> Vec<Line> {
    let mut lines = Vec::new();
    for question in asked(schema, answers, given) {
        let (field, typed) = (question.field, question.typed.trim());
        let mut line = Line {
            step: question.step.name.clone(),
            label: question.label(),
            path: question.path,
            value: String::new(),
            files: 0,
            typed: field.kind != FieldKind::Fact,
        };
        match field.kind {
            // Its rows follow, each with its own lines.
            FieldKind::Rows => continue,
            FieldKind::Attachment => line.files = typed.split_ascii_whitespace().count(),
            FieldKind::Choice | FieldKind::RowsOf | FieldKind::Fact => {
                let option = field.options.iter().find(|option| option.code == typed);
                line.value = option.map_or(typed, |option| &option.label).to_owned();
            }
            kind => line.value = shown(kind, typed, lang, sight),
        }
        // An empty row that nobody has to fill in is no line.
        let empty_row = matches!(question.part_of, Some((_, Some(_)))) && !question.required && line.value.is_empty() && line.files == 0;
        if !empty_row {
            lines.push(line);
        }
    }
    lines
}

fn shown(kind: FieldKind, typed: &str, lang: Lang, sight: Sight) -> String {
    let own = sight == Sight::Own;
    let masked = if own { typed } else { "" };
    let (text, otherwise) = match kind {
        FieldKind::Nik => (read::nik(typed).ok().map(|nik| if own { nik.grouped() } else { nik.masked() }), masked),
        FieldKind::Kk => (read::kk(typed).ok().map(|kk| if own { kk.grouped() } else { kk.masked() }), masked),
        FieldKind::Phone => (read::phone(typed).ok().map(|phone| if own { phone.national() } else { phone.masked() }), masked),
        FieldKind::Date => (crate::domain::Day::parse(typed).map(|day| day.in_words(lang)), typed),
        FieldKind::Rupiah => (crate::domain::Rupiah::parse(typed).ok().map(crate::domain::Rupiah::in_digits), typed),
        FieldKind::Number => (read::number(typed, 0, i64::MAX).ok().map(with_dots), typed),
        FieldKind::Rt => (read::rt(typed).ok(), typed),
        _ => (None, typed),
    };
    text.unwrap_or_else(|| otherwise.to_owned())
}
