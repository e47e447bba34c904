use leptos::prelude::*;
use leptos::web_sys::Element;

use super::{Choices, DateField, FormState, Select, TextArea, TextField, TextKind};
use crate::forms::{Answers, Asked, Choice, DATE_PARTS, Field, FieldKind, FormView};
use crate::ui::wire;

/// Up to so many choices are rows that one can see; more open as a list.
const FEW: usize = 6;

/// What a question draws, without its kind-specific parts: plain data, so that the list of questions
/// can be compared when an answer shows or hides one.
#[derive(Clone, PartialEq)]
struct Question {
    path: String,
    label: String,
    field: Field,
    typed: Vec<String>,
    /// The person or rows that it opens, drawn as a heading above it.
    opens: Option<String>,
}

/// The questions of one step. Attachments are drawn by the page that can store them.
///
/// Once the page is alive, an answer shows and hides the questions that depend on it. What stays on
/// the page keeps its element, and so what was typed.
#[component]
pub fn SchemaFields(form: FormView) -> AnyView {
    let typed = RwSignal::new(form.answers.clone());
    // The summary above is drawn before the list below draws its fields, and calls them by their labels.
    let state = expect_context::<FormState>();
    for question in questions(&form, &form.answers) {
        state.know(&question.path, &question.label);
    }
    let form = StoredValue::new(form);
    let questions = Memo::new(move |_| typed.with(|typed| form.with_value(|form| questions(form, typed))));
    let changed = move |event: leptos::ev::Event| {
        let (name, value) = (event_target::<Element>(&event).get_attribute("name"), event_target_value(&event));
        let Some(name) = name else { return };
        if form.with_value(|form| form.decides_what_is_offered(&name)) {
            // Saved as it is, right or wrong, and drawn again with what can be chosen now.
            wire::press(&event_target::<Element>(&event), "_ke", "lagi");
        }
        typed.update(|typed| typed.put(name, value));
    };
    view! {
        <div class="flow" on:change=changed>
            <For each=move || questions.get() key=|question| question.path.clone() children=question_view/>
        </div>
    }
    .into_any()
}

fn questions(form: &FormView, typed: &Answers) -> Vec<Question> {
    let mut opened = String::new();
    let asked = form.asked(typed);
    let drawn = asked.iter().filter(|asked| !matches!(asked.field.kind, FieldKind::Attachment));
    drawn.map(|asked| Question::of(asked, typed, &mut opened)).collect()
}

impl Question {
    fn of(asked: &Asked<'_>, typed: &Answers, opened: &mut String) -> Self {
        let heading = asked.part_of.map(|(whole, row)| match row {
            Some(row) => [&whole.label, " ", &(row + 1).to_string()].concat(),
            None => whole.label.clone(),
        });
        let opens = heading.clone().filter(|heading| heading != opened);
        *opened = heading.unwrap_or_default();
        let typed = match asked.field.kind {
            FieldKind::Date => DATE_PARTS.iter().map(|part| typed.typed(&[&asked.path, *part].concat()).to_owned()).collect(),
            _ => vec![asked.typed.clone()],
        };
        Self {
            path: asked.path.clone(),
            label: asked.about.clone().unwrap_or_else(|| asked.field.label.clone()),
            field: asked.field.clone(),
            typed,
            opens,
        }
    }
}

fn question_view(question: Question) -> AnyView {
    let Question { path: name, label, field, typed, opens } = question;
    let first = typed.first().cloned().unwrap_or_default();
    let (hint, fill) = (field.hint.clone(), field.autocomplete().to_owned());
    let text = |kind: TextKind| {
        let (name, label, hint, fill, value) = (name.clone(), label.clone(), hint.clone(), fill.clone(), first.clone());
        view! { <TextField name label hint value kind fill/> }.into_any()
    };
    let control = match field.kind {
        FieldKind::LongText => view! { <TextArea name label hint value=first/> }.into_any(),
        FieldKind::Choice | FieldKind::RowsOf => choice_view(name, label, hint, field.options, first),
        FieldKind::Fact => fact_view(&name, &label, hint, &field.options, &first),
        FieldKind::Date => {
            let value: [String; 3] = typed.try_into().unwrap_or_default();
            view! { <DateField name label hint value/> }.into_any()
        }
        FieldKind::Nik | FieldKind::Kk => text(TextKind::Card),
        FieldKind::Rupiah => text(TextKind::Rupiah),
        FieldKind::Phone => text(TextKind::Phone),
        FieldKind::Time => text(TextKind::Time),
        FieldKind::Number | FieldKind::Year | FieldKind::Rt | FieldKind::Postcode => text(TextKind::Digits),
        FieldKind::Text | FieldKind::Name => text(TextKind::Text),
        FieldKind::Rows => view! { <input type="hidden" name=name value=first/> }.into_any(),
        FieldKind::Region | FieldKind::Person | FieldKind::Attachment => ().into_any(),
    };
    view! { {opens.map(|heading| view! { <h2>{heading}</h2> })} {control} }.into_any()
}

/// What follows from the answers is read, not typed.
fn fact_view(name: &str, label: &str, hint: Option<String>, options: &[Choice], code: &str) -> AnyView {
    let Some(option) = options.iter().find(|option| option.code == code) else { return ().into_any() };
    view! { <p class="say" id=name.to_owned() tabindex="-1"><span>{label.to_owned()} ": " <b>{option.label.clone()}</b> ". " {hint}</span></p> }
        .into_any()
}

fn choice_view(name: String, label: String, hint: Option<String>, options: Vec<Choice>, value: String) -> AnyView {
    if options.len() > FEW {
        view! { <Select name label hint options value/> }.into_any()
    } else {
        view! { <Choices name label hint options value/> }.into_any()
    }
}
