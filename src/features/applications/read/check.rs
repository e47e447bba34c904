use super::fill::place;
use super::{CHECK, Looking, step_path};
use crate::domain::Version;
use crate::features::applications::Application;
use crate::features::applications::views::{CheckGroup, CheckLine, CheckView, Gap};
use crate::features::services::Service;
use crate::forms::{FieldKind, Given, Part, Sight, asked, step_of, summary, visible_steps};

/// All answers as a person reads them, and what keeps them from being sent.
pub(super) fn check(looking: &Looking<'_>, service: &Service, draft: &Application, given: &Given) -> CheckView {
    let now = looking.db.clock().now();
    CheckView {
        place: place(looking, service, draft, given, CHECK),
        version: draft.version.unwrap_or(Version::FIRST),
        groups: groups(looking, service, draft, given),
        gaps: gaps(service, draft, given),
        promised: looking.hours.wall_time(looking.hours.after(now, service.promise_minutes)),
        key: looking.db.entropy().identity(now),
    }
}

fn groups(looking: &Looking<'_>, service: &Service, draft: &Application, given: &Given) -> Vec<CheckGroup> {
    let answers = draft.whole_answers();
    let lines = summary(&service.form, &answers, given, looking.lang, Sight::Own);
    let photos: Vec<String> = asked(&service.form, &answers, given)
        .into_iter()
        .filter(|question| question.field.kind == FieldKind::Attachment)
        .map(|question| question.path)
        .collect();
    let steps = visible_steps(&service.form, &answers, given).into_iter();
    let group = steps.map(|step| CheckGroup {
        title: step.title.clone(),
        path: step_path(service.code.as_str(), &step.name),
        lines: lines
            .iter()
            .filter(|line| line.step == step.name)
            .map(|line| CheckLine {
                label: line.label.clone(),
                value: line.value.clone(),
                photos: photos.contains(&line.path).then(|| u32::try_from(line.files).unwrap_or(u32::MAX)),
            })
            .collect(),
    });
    group.collect()
}

fn gaps(service: &Service, draft: &Application, given: &Given) -> Vec<Gap> {
    let answers = draft.whole_answers();
    let Err(problems) = crate::forms::check(&service.form, &answers, Part::Whole, given) else { return Vec::new() };
    let questions = asked(&service.form, &answers, given);
    let label = |field: &str| questions.iter().find(|question| question.path == field).map(crate::forms::Asked::label);
    let path = |field: &str| {
        let step = step_of(&service.form, field).map_or(CHECK, |step| &step.name);
        [&step_path(service.code.as_str(), step), "?periksa=1#", field].concat()
    };
    let gap = |problem: &crate::forms::Problem| Gap {
        path: path(&problem.field),
        label: label(&problem.field).unwrap_or_default(),
        code: problem.code,
    };
    problems.iter().map(gap).collect()
}
