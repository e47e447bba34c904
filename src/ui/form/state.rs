use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use crate::access::Refusal;
use crate::forms::{ProblemCode, Problems};
use crate::text::{Lang, problem_sentence};
use crate::ui::wire::{Redraw, SAYS_OVERTAKEN, use_redraw};

/// What a form knows about itself: shared with its fields through the context.
#[derive(Clone, Copy)]
pub struct FormState {
    pub(in crate::ui) busy: RwSignal<bool>,
    pub(in crate::ui) refusal: RwSignal<Option<Refusal>>,
    /// What was typed before the page was drawn again without JavaScript.
    redraw: StoredValue<Option<Redraw>>,
    /// Label of each field, for the summary.
    labels: StoredValue<Vec<(String, String)>>,
    /// What is stored now where something else was typed, when a colleague was faster.
    stored: StoredValue<Vec<(String, String)>>,
    lang: Lang,
}

impl FormState {
    /// `problems`: those of a draft that is taken up again.
    pub(super) fn new(action: &str, of: &[(&'static str, String)], problems: Problems, lang: Lang) -> Self {
        let redraw = use_redraw().filter(|redraw| redraw.is_of(action, of));
        let begin = (!problems.is_empty()).then_some(Refusal::Invalid(problems));
        Self {
            busy: RwSignal::new(false),
            refusal: RwSignal::new(redraw.as_ref().map(|redraw| redraw.refusal.clone()).or(begin)),
            redraw: StoredValue::new(redraw),
            labels: StoredValue::new(Vec::new()),
            stored: StoredValue::new(Vec::new()),
            lang,
        }
    }

    /// The text a field begins with: what was typed before a refusal, else what the view gives.
    pub(super) fn begin(self, name: &str, given: String) -> String {
        self.begin_as(name, given, str::to_owned)
    }

    /// The same for a code, which stands on the page in `words`.
    pub(super) fn begin_as(self, name: &str, given: String, words: impl Fn(&str) -> String) -> String {
        let typed = self.redraw.with_value(|redraw| {
            let redraw = redraw.as_ref()?;
            // Where nothing is stored there was nothing to overtake, unless a colleague has emptied it.
            let overtaken = redraw.is_overtaken() && (redraw.is_stale() || !given.is_empty());
            Some((redraw.typed(name).unwrap_or_default().to_owned(), overtaken))
        });
        let Some((typed, overtaken)) = typed else { return given };
        if SAYS_OVERTAKEN && overtaken && typed != given {
            self.stored.update_value(|stored| stored.push((name.to_owned(), words(&given))));
        }
        typed
    }

    /// What was typed into a field before a refusal; nothing where it was not in the form that was sent.
    pub(super) fn typed(self, name: &str) -> Option<String> {
        self.redraw.with_value(|redraw| redraw.as_ref().and_then(|redraw| redraw.typed(name).map(str::to_owned)))
    }

    /// What a colleague has stored in a field while something else was typed here.
    pub(super) fn stored(self, name: &str) -> Option<String> {
        if !SAYS_OVERTAKEN {
            return None;
        }
        self.stored.with_value(|stored| stored.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()))
    }

    /// The `open` of what folds these fields away: there once one of them holds what was typed before a
    /// refusal, or has a problem, and from then on. Nobody has to look for a problem, or for their own words.
    pub fn marks(self, names: Vec<String>) -> Signal<Option<&'static str>> {
        let typed = |redraw: &Redraw| names.iter().any(|name| redraw.typed(name).is_some_and(|text| !text.trim().is_empty()));
        let open = AtomicBool::new(self.redraw.with_value(|redraw| redraw.as_ref().is_some_and(typed)));
        Signal::derive(move || {
            if names.iter().any(|name| self.problem(name).is_some()) {
                open.store(true, Ordering::Relaxed);
            }
            open.load(Ordering::Relaxed).then_some("")
        })
    }

    /// What a field is called in the summary. A field of its own says it; a page does for what it has no field
    /// for, and to which it leads.
    pub fn know(self, name: &str, label: &str) {
        self.labels.update_value(|labels| labels.push((name.to_owned(), label.to_owned())));
    }

    /// What is wrong with a field, in words; changes when the form is refused.
    pub(super) fn problem(self, name: &str) -> Option<String> {
        self.refusal.with(|refusal| match refusal {
            Some(Refusal::Invalid(problems)) => problems.of(name).map(|code| self.sentence(name, code)),
            _ => None,
        })
    }

    pub(super) fn sentence(self, name: &str, code: ProblemCode) -> String {
        let label = self.labels.with_value(|labels| labels.iter().find(|(known, _)| known == name).map(|(_, label)| label.clone()));
        problem_sentence(self.lang, code, label.as_deref().unwrap_or(name))
    }
}
