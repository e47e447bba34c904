use super::{Looking, consent, photo_question, resume_path, store, transfer};
use crate::access::Refusal;
use crate::domain::{ApplicationId, Version};
use crate::features::applications::views::{CaseRow, CaseView, CasesView, PromiseView, RepairView, ReturnView, SkpwniView, TimelineRow};
use crate::features::applications::{Application, Event, EventKind, Promise, Returned, State, Target};
use crate::features::documents::PhotoQuestion;
use crate::features::letters::stored_letter;
use crate::features::offices::gazetteer;
use crate::features::services::Service;
use crate::forms::{Field, FieldKind, FormView, Given, Problems, Schema, Step};
use crate::server::db::OwnScope;

/// One's own cases, newest first.
///
/// # Errors
/// `SignIn` for nobody known.
pub async fn cases(looking: &Looking<'_>) -> Result<CasesView, Refusal> {
    let own = store::own_cases(&looking.own().await?).await?;
    let rows: Result<Vec<CaseRow>, Refusal> = own.iter().map(|case| row(looking, case)).collect();
    Ok(CasesView { cases: rows? })
}

fn row(looking: &Looking<'_>, case: &Application) -> Result<CaseRow, Refusal> {
    let path = match case.state {
        State::Draft => ["/permohonan/baru/", case.service.as_str()].concat(),
        _ => ["/permohonan/", &case.id.to_string()].concat(),
    };
    Ok(CaseRow {
        path,
        code: case.service.to_string(),
        service: looking.service(&case.service)?.name.clone(),
        office: gazetteer().full_title(case.office),
        state: case.state,
        reference: case.reference,
        since: looking.hours.wall_time(if case.state == State::Draft { case.saved_at } else { case.since }),
        returned: u32::try_from(case.returned.len()).unwrap_or(u32::MAX),
    })
}

/// Whether there are papers to fetch, the letter and the form that goes with it: they follow the number by
/// some seconds, and a revoked one is none.
async fn has_papers(own: &OwnScope<'_>, case: &Application) -> Result<(bool, bool), Refusal> {
    let Some(id) = case.letter.filter(|_| case.state != State::Revoked) else { return Ok((false, false)) };
    let stored = stored_letter(own, id).await?;
    Ok((stored.pdf.is_some(), stored.annex.is_some()))
}

/// One of one's own cases, with what happened and what is to be mended.
///
/// # Errors
/// `NotFound` for everybody else's, and for one that was thrown away.
pub async fn case(looking: &Looking<'_>, id: ApplicationId) -> Result<CaseView, Refusal> {
    let own = looking.own().await?;
    let case = store::case(&own, id).await?;
    if case.state == State::Closed && case.reference.is_none() {
        return Err(Refusal::NotFound);
    }
    let service = looking.service(&case.service)?;
    let events = store::timeline(&own, &case).await?;
    let returned = case.state == State::NeedsFix;
    let (letter, annex) = has_papers(&own, &case).await?;
    let transfer = transfer(&own, id).await?;
    Ok(CaseView {
        id,
        version: case.version.unwrap_or(Version::FIRST),
        service: service.name.clone(),
        office: gazetteer().full_title(case.office),
        reference: case.reference,
        state: case.state,
        promise: promise(looking, &case, service),
        timeline: events.into_iter().filter(|event| event.kind.is_told()).map(|event| told(looking, event)).collect(),
        repair: if returned { Some(repair(looking, service, &case)?) } else { None },
        letter,
        annex,
        consent: if transfer.is_none() { consent(looking, &case, service)? } else { None },
        transfer,
        opens_shop: letter && service.opens_shop,
        goes_on: service.goes_on_to_dukcapil,
        skpwni: store::skpwni(&own, id).await?.map(|skpwni| SkpwniView { number: skpwni.number, dated: skpwni.dated }),
        draft: if case.state == State::Draft { Some(resume_path(looking, &case)?) } else { None },
        can_withdraw: matches!(case.state, State::Submitted | State::InReview | State::NeedsFix),
        can_discard: case.state == State::Draft,
    })
}

fn promise(looking: &Looking<'_>, case: &Application, service: &Service) -> Option<PromiseView> {
    let promise = case.promise.filter(|_| case.is_promised(service.goes_on_to_dukcapil))?;
    let paused_with = match promise {
        Promise::Paused { left_minutes, .. } => Some(left_minutes),
        Promise::Running { .. } => None,
    };
    let late = paused_with.is_none() && promise.due() < looking.db.clock().now();
    Some(PromiseView { due: looking.hours.wall_time(promise.due()), paused_with, late })
}

fn told(looking: &Looking<'_>, event: Event) -> TimelineRow {
    let says_why = matches!(
        event.kind,
        EventKind::Rejected | EventKind::Revoked | EventKind::Forwarded | EventKind::TransferDeclined | EventKind::SkpwniReceived
    );
    let words = event.words.reason.map(|reason| reason.words).or(event.words.note).filter(|_| says_why);
    TimelineRow { kind: event.kind, at: looking.hours.wall_time(event.at), words }
}

/// Only what was returned: its photos with their rows, its answers as a form of one step.
fn repair(looking: &Looking<'_>, service: &Service, case: &Application) -> Result<RepairView, Refusal> {
    let fields = || service.form.steps.iter().flat_map(|step| &step.fields);
    let mut view = RepairView { photos: Vec::new(), answers: Vec::new(), form: empty_form(looking.given(case.office)?) };
    for item in &case.returned {
        match &item.target {
            Target::Photo { field, .. } | Target::Absent(field) => {
                let question = fields().find(|known| known.name == *field);
                view.photos.extend(question.map(|question| returned_photo(looking, case, question, item)));
            }
            Target::Answer(name) => {
                let base = name.split('.').next().unwrap_or_default();
                if let Some(question) = fields().find(|known| known.name == base && known.kind != FieldKind::Attachment) {
                    view.answers.push(return_view(&question.label, item));
                    names_of_rows(&mut view.form.given, question, case);
                    add_question(&mut view.form.schema, question);
                }
            }
        }
    }
    if let Some(step) = view.form.schema.steps.first() {
        view.form.answers = case.answers.of_step(step);
    }
    Ok(view)
}

fn empty_form(given: Given) -> FormView {
    let step = Step { name: "perbaikan".to_owned(), title: String::new(), intro: None, show: None, once: false, fields: Vec::new() };
    FormView {
        schema: Schema { steps: vec![step] },
        steps: Vec::new(),
        answers: crate::forms::Answers::EMPTY,
        given,
        problems: Problems::default(),
    }
}

/// A question about each row of another one calls the rows by their names.
fn names_of_rows(given: &mut Given, question: &Field, case: &Application) {
    let (FieldKind::RowsOf, Some(rows)) = (question.kind, &question.within) else { return };
    let names = case.answers.iter().filter(|(name, _)| name.starts_with(rows.as_str()) && name.ends_with(".nama"));
    names.for_each(|(name, value)| given.facts.put(name, value));
}

/// It was asked when the case was sent, so it is asked now, whatever the rest of the form says.
fn add_question(schema: &mut Schema, question: &Field) {
    let Some(step) = schema.steps.first_mut() else { return };
    if !step.fields.iter().any(|known| known.name == question.name) {
        step.fields.push(Field { show: None, ..question.clone() });
    }
}

fn returned_photo(looking: &Looking<'_>, case: &Application, question: &Field, item: &Returned) -> PhotoQuestion {
    let mut row = photo_question(case, question, false, looking.db.fresh_key());
    // Once the returned photo has been replaced, nothing is left to say about it.
    let open = match &item.target {
        Target::Photo { id, .. } => case.photo(*id).is_some(),
        _ => row.photos.is_empty(),
    };
    row.returned = open.then(|| item.reason.words.clone());
    row
}

fn return_view(label: &str, item: &Returned) -> ReturnView {
    ReturnView { label: label.to_owned(), words: item.reason.words.clone() }
}
