use serde::{Deserialize, Serialize};

use super::{Answers, Asked, Given, Part, Problems, Schema, Step, asked, check};

/// One step in the list above a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    pub name: String,
    pub title: String,
    pub state: StepState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Nothing is answered yet.
    Blank,
    /// Something is answered and something is missing or wrong.
    Begun,
    /// Every answer is valid.
    Complete,
}

/// The steps that are walked with these answers, in order. A step of which every question is hidden
/// is none.
pub fn visible_steps<'a>(schema: &'a Schema, answers: &Answers, given: &Given) -> Vec<&'a Step> {
    let mut steps: Vec<&Step> = Vec::new();
    for question in asked(schema, answers, given) {
        if steps.last().is_none_or(|last| last.name != question.step.name) {
            steps.push(question.step);
        }
    }
    steps
}

/// The step to show after `name`; `None` after the last, when the answers are to be looked over.
pub fn step_after<'a>(schema: &'a Schema, name: &str, answers: &Answers, given: &Given) -> Option<&'a Step> {
    // By the place in the schema: `name` may have been hidden by the answers given in it.
    let behind = schema.steps.iter().skip_while(|step| step.name != name).skip(1);
    let visible = visible_steps(schema, answers, given);
    behind.into_iter().find(|step| visible.iter().any(|seen| seen.name == step.name))
}

/// The step to show before `name`; `None` before the first.
pub fn step_before<'a>(schema: &'a Schema, name: &str, answers: &Answers, given: &Given) -> Option<&'a Step> {
    visible_steps(schema, answers, given).into_iter().take_while(|step| step.name != name).last()
}

/// The first step in which something is missing or wrong: where a draft is taken up again, and what
/// keeps a form from being sent (a step cannot be skipped, security 2.3.1).
pub fn first_step_with_a_problem<'a>(schema: &'a Schema, answers: &Answers, given: &Given) -> Option<&'a Step> {
    let problems = check(schema, answers, Part::Whole, given).err()?;
    problems.iter().next().and_then(|first| step_of(schema, &first.field))
}

/// The step that asks for an answer of that name.
pub fn step_of<'a>(schema: &'a Schema, path: &str) -> Option<&'a Step> {
    schema.steps.iter().find(|step| step.owns(path))
}

/// The visible steps with how far each has come.
pub fn progress(schema: &Schema, answers: &Answers, given: &Given) -> Vec<StepView> {
    let problems = check(schema, answers, Part::Whole, given).err().unwrap_or_default();
    let questions = asked(schema, answers, given);
    let state = |step: &Step| state_of(step, &problems, &questions);
    let view = |step: &Step| StepView { name: step.name.clone(), title: step.title.clone(), state: state(step) };
    visible_steps(schema, answers, given).into_iter().map(view).collect()
}

fn state_of(step: &Step, problems: &Problems, questions: &[Asked<'_>]) -> StepState {
    let answered = questions.iter().any(|question| question.step.name == step.name && !question.typed.trim().is_empty());
    match problems.iter().any(|problem| step.owns(&problem.field)) {
        false if answered => StepState::Complete,
        true if answered => StepState::Begun,
        _ => StepState::Blank,
    }
}
