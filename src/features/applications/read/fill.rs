use super::check::check;
use super::{CHECK, Looking, photo_question, step_path, store};
use crate::access::Refusal;
use crate::features::applications::Application;
use crate::features::applications::views::{FillView, Place, StepPageView};
use crate::features::documents::PhotoQuestion;
use crate::features::offices::gazetteer;
use crate::features::services::{Service, ServiceCode};
use crate::forms::{FieldKind, FormView, Given, Show, asked, step_after, step_before, visible_steps};

/// A step of one's own draft, or the look at the whole. `loud` says what is wrong already.
///
/// # Errors
/// `NotFound` without a draft, and for a step that there is none of or that the answers hide.
pub async fn fill(looking: &Looking<'_>, code: &ServiceCode, step: &str, loud: bool) -> Result<FillView, Refusal> {
    let draft = store::own_draft(&looking.own().await?, code).await?;
    let (service, given) = (looking.service(code)?, looking.given(draft.office)?);
    if step == CHECK {
        return Ok(FillView::Check(Box::new(check(looking, service, &draft, &given))));
    }
    let answers = draft.whole_answers();
    let show = if loud { Show::WithProblems } else { Show::Quietly };
    let form = FormView::of(&service.form, step, &answers, &given, show).ok_or(Refusal::NotFound)?;
    let here = service.form.step(step).ok_or(Refusal::NotFound)?;
    let next = step_after(&service.form, step, &answers, &given);
    Ok(FillView::Step(Box::new(StepPageView {
        place: place(looking, service, &draft, &given, step),
        name: here.name.clone(),
        title: here.title.clone(),
        intro: here.intro.clone(),
        photos: photos(looking, service, &draft, &given, step),
        form,
        next: next.map(|next| next.title.clone()),
    })))
}

pub(super) fn place(looking: &Looking<'_>, service: &Service, draft: &Application, given: &Given, step: &str) -> Place {
    let answers = draft.whole_answers();
    let steps = visible_steps(&service.form, &answers, given);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let before = match step {
        CHECK => steps.last().copied(),
        step => step_before(&service.form, step, &answers, given),
    };
    let code = service.code.as_str();
    Place {
        id: draft.id,
        code: code.to_owned(),
        service: service.name.clone(),
        office: gazetteer().full_title(draft.office),
        at: number(steps.iter().position(|seen| seen.name == step).unwrap_or(steps.len()) + 1),
        of: number(steps.len() + 1),
        saved: looking.hours.wall_time(draft.saved_at),
        back: before.map_or_else(|| ["/layanan/", code].concat(), |step| step_path(code, &step.name)),
    }
}

fn photos(looking: &Looking<'_>, service: &Service, draft: &Application, given: &Given, step: &str) -> Vec<PhotoQuestion> {
    let answers = draft.whole_answers();
    let questions = asked(&service.form, &answers, given);
    let here = questions.iter().filter(|question| question.step.name == step && question.field.kind == FieldKind::Attachment);
    here.map(|question| photo_question(draft, question.field, !question.required, looking.db.fresh_key())).collect()
}
