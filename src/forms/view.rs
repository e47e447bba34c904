use serde::{Deserialize, Serialize};

use super::asked::{answer_of, beside};
use super::{Answers, Asked, Field, FieldKind, Given, Part, Problems, Schema, StepView, asked, check, progress};

/// What the page of one step is given: the step with its labels and choices in the visitor's language,
/// so that the browser holds no list and no other step, and still judges with the same [`check`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormView {
    /// One step only.
    pub schema: Schema,
    /// The steps of the whole form, for "Langkah 2 dari 5".
    pub steps: Vec<StepView>,
    /// The answers of this step, as typed.
    pub answers: Answers,
    /// Today, the office's facts and the earlier answers that the conditions of this step look at.
    pub given: Given,
    /// Empty until the page is asked to show them.
    pub problems: Problems,
}

/// Whether a page says what is wrong yet: not at the first look, but after "Lanjut" and when a draft
/// is taken up at the step that has a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Quietly,
    WithProblems,
}

impl FormView {
    /// `None` when there is no such step, or these answers hide it.
    pub fn of(schema: &Schema, step: &str, answers: &Answers, given: &Given, show: Show) -> Option<Self> {
        let questions = asked(schema, answers, given);
        let mut step = questions.iter().find(|question| question.step.name == step)?.step.clone();
        let here = Given { today: given.today, facts: looked_at(&step.fields, &questions, given) };
        offer_what_can_be_chosen(&mut step.fields, &questions, "");
        // That it is shown has been decided here, by answers that the browser does not get.
        step.show = None;
        let own = answers.of_step(&step);
        let only = Schema { steps: vec![step] };
        let problems = match show {
            Show::Quietly => Problems::default(),
            Show::WithProblems => check(&only, &own, Part::Whole, &here).err().unwrap_or_default(),
        };
        Some(Self { schema: only, steps: progress(schema, answers, given), answers: own, given: here, problems })
    }

    /// The questions to draw, with what is typed now.
    pub fn asked(&self, answers: &Answers) -> Vec<Asked<'_>> {
        asked(&self.schema, answers, &self.given)
    }

    /// Whether another question offers what stands under this answer. The browser holds what was offered
    /// under the one before: the page has to be drawn anew.
    pub fn decides_what_is_offered(&self, name: &str) -> bool {
        self.schema.steps.iter().any(|step| decides(&step.fields, "", name))
    }
}

fn decides(fields: &[Field], prefix: &str, name: &str) -> bool {
    fields.iter().any(|field| {
        let filtered = field.kind == FieldKind::Choice && field.within.as_ref().is_some_and(|above| beside(above, prefix) == name);
        filtered || decides(&field.fields, &[prefix, &field.name, "."].concat(), name)
    })
}

/// The office's facts and those answers of other steps that this step's conditions name.
fn looked_at(fields: &[Field], questions: &[Asked<'_>], given: &Given) -> Answers {
    let mut facts = given.facts.clone();
    for field in fields {
        let objections = field.refuse.iter().map(|objection| &objection.when);
        for rule in [&field.show, &field.need].into_iter().flatten().chain(objections) {
            rule.each_name(&mut |name, _| see(&mut facts, name, questions, given));
        }
        if let (FieldKind::Fact, Some(name)) = (field.kind, &field.within) {
            see(&mut facts, name, questions, given);
        }
        if let (FieldKind::RowsOf, Some(rows)) = (field.kind, &field.within) {
            let named = questions.iter().filter(|question| question.field.name == "nama" && question.path.starts_with(rows.as_str()));
            named.for_each(|question| facts.put(question.path.as_str(), question.typed.trim()));
        }
        for (name, value) in looked_at(&field.fields, questions, &Given::on(given.today)).iter() {
            facts.put(name, value);
        }
    }
    facts
}

/// An earlier answer, or what is worked out of earlier answers: the browser has neither.
fn see(facts: &mut Answers, name: &str, questions: &[Asked<'_>], given: &Given) {
    let known = answer_of(questions, given, name);
    if !known.is_empty() {
        facts.put(name, known);
    }
}

/// Of a choice that another one filters, only what stands under the answer given there: 13 regencies
/// of a province instead of 514. After another answer the page is drawn again, with a script or without.
fn offer_what_can_be_chosen(fields: &mut [Field], questions: &[Asked<'_>], prefix: &str) {
    for field in fields {
        let path = [prefix, &field.name].concat();
        if field.within.is_some() && field.kind == FieldKind::Choice {
            let above = questions.iter().find(|question| question.path == path).and_then(|question| question.within.clone());
            field.options.retain(|option| above.is_some() && option.of == above);
        } else if field.is_group() {
            offer_what_can_be_chosen(&mut field.fields, questions, &[&path, "."].concat());
        }
    }
}
