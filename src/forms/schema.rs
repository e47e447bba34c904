use serde::{Deserialize, Serialize};

use super::{ProblemCode, Rule};

/// One description of a form, in one language and complete: the choices are in it. The server reads
/// it from a data file, the browser gets the step at hand; both judge answers with [`super::check`].
///
/// Unknown names are passed over, since the browser's code may be a release older than what it is
/// sent; whoever reads files looks for them (`features::services`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schema {
    pub steps: Vec<Step>,
}

/// What one screen of a phone asks: at most five questions (product 3, rule 1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its name in the address of the page.
    pub name: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// Only when this holds; a step without a question that is shown is left out too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Rule>,
    /// Asked once and kept with the account: facts of the applicant, not of the wish.
    #[serde(default, skip_serializing_if = "is_false")]
    pub once: bool,
    pub fields: Vec<Field>,
}

/// One question. What its kind does not use stays empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub name: String,
    pub kind: FieldKind,
    pub label: String,
    /// An example or where to find it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// Asked only when this holds. A hidden question is neither required nor part of what is parsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Rule>,
    /// Required exactly when this holds; decides instead of `optional`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Rule>,
    /// Number: smallest. Date: days from today. Year: the year itself. Rows: how many at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Text: characters. Number: largest. Date: days from today. Year: years from this one. Rows and
    /// attachment: how many at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// Conditions under which a valid answer is refused all the same, and what is said then. They look
    /// at all answers of the step and before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refuse: Vec<Objection>,
    /// The name of the choice that filters these options by their `of`; of a fact, what it shows; of
    /// `RowsOf`, the rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// The parts of a person, a region or a row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Self>,
    /// The token of HTML's `autocomplete`; only where the answer is about the person who types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    Number,
    Year,
    Rupiah,
    /// Three inputs: `.hari`, `.bulan`, `.tahun`.
    Date,
    Time,
    Choice,
    Nik,
    Kk,
    Phone,
    /// A person's name.
    Name,
    /// RT or RW: up to three digits, shown with three.
    Rt,
    /// Five digits.
    Postcode,
    /// A place: one of the regency's villages, or a regency and free text below it.
    Region,
    /// Some facts about one person.
    Person,
    /// The same questions for each of several.
    Rows,
    /// Stored files, by their ids.
    Attachment,
    /// One of these options for each row of earlier rows, `ikut.0`; a row is called by its `nama`.
    RowsOf,
    /// Nobody types it: one of the facts that conditions may name, shown in the words of its options.
    Fact,
}

/// Why an answer is refused that is valid by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    pub when: Rule,
    pub say: ProblemCode,
}

/// Something that can be chosen: the code is stored, the label shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub code: String,
    pub label: String,
    /// The code of the choice above under which it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}

/// The three inputs of a date, behind the field's name.
pub const DATE_PARTS: [&str; 3] = [".hari", ".bulan", ".tahun"];
/// No form has more rows than this in one place, whatever its file says.
pub const MOST_ROWS: usize = 50;

impl Schema {
    pub fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.name == name)
    }
}

impl Step {
    /// Whether an answer of that name belongs to a question of this step. What belongs to none is
    /// not kept: a service stores the fields of its file and nothing else.
    pub fn owns(&self, name: &str) -> bool {
        owned(&self.fields, name)
    }
}

impl Field {
    /// Which keyboard a phone shows.
    pub const fn input_mode(&self) -> &'static str {
        match self.kind {
            FieldKind::Number
            | FieldKind::Year
            | FieldKind::Rupiah
            | FieldKind::Date
            | FieldKind::Nik
            | FieldKind::Kk
            | FieldKind::Rt
            | FieldKind::Postcode => "numeric",
            FieldKind::Time => "decimal",
            FieldKind::Phone => "tel",
            _ => "text",
        }
    }

    /// What the browser may fill in by itself.
    pub fn autocomplete(&self) -> &str {
        self.fill.as_deref().unwrap_or("off")
    }

    /// It has parts of its own and no answer under its own name.
    pub const fn is_group(&self) -> bool {
        matches!(self.kind, FieldKind::Person | FieldKind::Region)
    }

    /// How many rows there may be.
    pub(super) fn most_rows(&self) -> usize {
        self.max.and_then(|max| usize::try_from(max).ok()).map_or(MOST_ROWS, |max| max.min(MOST_ROWS))
    }

    fn owns(&self, rest: &str) -> bool {
        let part = rest.strip_prefix('.');
        match self.kind {
            FieldKind::Date => rest.is_empty() || DATE_PARTS.contains(&rest),
            FieldKind::Person | FieldKind::Region => part.is_some_and(|name| owned(&self.fields, name)),
            FieldKind::Rows => {
                let row = part.and_then(|part| part.split_once('.'));
                rest.is_empty() || row.is_some_and(|(at, name)| row_number(at).is_some() && owned(&self.fields, name))
            }
            FieldKind::RowsOf => part.is_some_and(|at| row_number(at).is_some()),
            // What nobody types is not kept.
            FieldKind::Fact => false,
            _ => rest.is_empty(),
        }
    }
}

/// The number of a row in a name: `0`, `12`; not `007`, not `4000000000`.
pub(super) fn row_number(text: &str) -> Option<usize> {
    let plain =
        matches!(text.len(), 1 | 2) && text.bytes().all(|digit| digit.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

fn owned(fields: &[Field], name: &str) -> bool {
    let (first, rest) = name.find('.').map_or((name, ""), |at| name.split_at(at));
    fields.iter().any(|field| field.name == first && field.owns(rest))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}
