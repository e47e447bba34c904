use super::asked::{answer_of, beside, rows_answered};
use super::{Answers, Asked, FieldKind, Given, Parsed, ProblemCode, Problems, Schema, Value, asked, read};
use crate::domain::{Day, Rupiah, printable};

/// Which part of a form is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Whole,
    /// One step by its name, with the conditions that earlier answers decide.
    Step(&'a str),
}

/// Judges answers: the one evaluator, in the browser and, always, on the server. Hidden questions are
/// neither required nor part of the result.
///
/// # Errors
/// All problems at once, in the order of the screens, under the names of the inputs.
pub fn check(schema: &Schema, answers: &Answers, part: Part<'_>, given: &Given) -> Result<Parsed, Problems> {
    let (mut parsed, mut problems) = (Parsed::default(), Problems::default());
    let questions = asked(schema, answers, given);
    for (at, question) in questions.iter().enumerate() {
        if matches!(part, Part::Step(name) if question.step.name != name) {
            continue;
        }
        let judged = judge(question, answers, given.today).and_then(|value| match objection(question, at, &questions, given) {
            Some(code) => Err(code),
            None => Ok(value),
        });
        match judged {
            Ok(Some(value)) => parsed.put(question.path.clone(), value),
            Ok(None) => {}
            Err(code) => problems.add(question.path.clone(), code),
        }
    }
    if problems.is_empty() { Ok(parsed) } else { Err(problems) }
}

/// What speaks against an answer that is valid by itself: what the file says, and that nobody stands in
/// two rows of one question.
fn objection(question: &Asked<'_>, at: usize, questions: &[Asked<'_>], given: &Given) -> Option<ProblemCode> {
    let prefix = question.path.strip_suffix(question.field.name.as_str()).unwrap_or_default();
    let answer = |name: &str| answer_of(questions, given, &beside(name, prefix));
    let said = question.field.refuse.iter().find(|objection| objection.when.holds(&answer)).map(|objection| objection.say);
    said.or_else(|| {
        let rows = question.part_of.filter(|(_, row)| row.is_some() && question.field.kind == FieldKind::Nik)?.0;
        let number = read::nik(&question.typed).ok()?;
        let stands_above = questions[..at].iter().any(|above| {
            above.field.name == question.field.name
                && above.part_of.is_some_and(|(other, _)| std::ptr::eq(other, rows))
                && read::nik(&above.typed).is_ok_and(|other| other == number)
        });
        stands_above.then_some(ProblemCode::ListedTwice)
    })
}

/// What one question makes of its answer: a word, nothing (optional and empty), or a problem.
fn judge(question: &Asked<'_>, answers: &Answers, today: Day) -> Result<Option<Value>, ProblemCode> {
    let field = question.field;
    if field.kind == FieldKind::Rows {
        let most = field.most_rows();
        let over = rows_answered(answers, &question.path) > most;
        return if over { Err(ProblemCode::TooMany { max: u32::try_from(most).unwrap_or(u32::MAX) }) } else { Ok(None) };
    }
    // Only spaces or invisible marks: nothing was typed.
    if printable::is_blank(&question.typed) { missing(question) } else { value(question, today).map(Some) }
}

fn missing(question: &Asked<'_>) -> Result<Option<Value>, ProblemCode> {
    match question.field.kind {
        _ if !question.required => Ok(None),
        FieldKind::Choice | FieldKind::RowsOf | FieldKind::Fact => Err(ProblemCode::MissingChoice),
        FieldKind::Attachment => Err(ProblemCode::MissingFile),
        _ => Err(ProblemCode::Missing),
    }
}

fn value(question: &Asked<'_>, today: Day) -> Result<Value, ProblemCode> {
    let (field, typed) = (question.field, question.typed.as_str());
    let most = |usual: u32| field.max.and_then(|max| u32::try_from(max).ok()).unwrap_or(usual);
    let from_today = |days: Option<i64>, otherwise: Day| days.map_or(otherwise, |days| today.plus_days(i32::try_from(days).unwrap_or(0)));
    match field.kind {
        FieldKind::Text => read::line(typed, most(100)).map(Value::Text),
        FieldKind::LongText => read::lines(typed, most(500)).map(Value::Text),
        FieldKind::Number => read::number(typed, field.min.unwrap_or(0), field.max.unwrap_or(999_999)).map(Value::Number),
        FieldKind::Rupiah => read::rupiah(typed, field.min.unwrap_or(0), field.max.unwrap_or(Rupiah::MAX.amount())).map(Value::Rupiah),
        FieldKind::Year => {
            let first = field.min.and_then(|year| u16::try_from(year).ok()).unwrap_or(Day::FIRST.year());
            let last = today.year().saturating_add(field.max.and_then(|years| u16::try_from(years).ok()).unwrap_or(0));
            read::year(typed, first, last).map(Value::Number)
        }
        FieldKind::Date => read::day(typed, from_today(field.min, Day::FIRST), from_today(field.max, Day::LAST)).map(Value::Day),
        FieldKind::Time => read::time(typed).map(Value::Time),
        FieldKind::Choice | FieldKind::RowsOf | FieldKind::Fact => chosen(question).map(Value::Choice),
        FieldKind::Nik => read::nik(typed).map(Value::Nik),
        FieldKind::Kk => read::kk(typed).map(Value::Kk),
        FieldKind::Phone => read::phone(typed).map(Value::Phone),
        FieldKind::Name => read::name(typed).map(Value::Name),
        FieldKind::Rt => read::rt(typed).map(Value::Text),
        FieldKind::Postcode => read::postcode(typed).map(Value::Text),
        FieldKind::Attachment => read::files(typed, most(1) as usize).map(Value::Files),
        // They have parts and no answer of their own.
        FieldKind::Region | FieldKind::Person | FieldKind::Rows => Err(ProblemCode::NotAChoice),
    }
}

fn chosen(question: &Asked<'_>) -> Result<String, ProblemCode> {
    let code = question.typed.trim();
    let mut options = question.field.options.iter();
    let offered = options.any(|option| option.code == code && (question.within.is_none() || option.of == question.within));
    if offered { Ok(code.to_owned()) } else { Err(ProblemCode::NotAChoice) }
}
