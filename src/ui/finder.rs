use leptos::prelude::*;

use super::Icon;

/// What is looked for, and what can be chosen. A plain form: it stands in the address, and can be shared.
pub struct FinderFigure {
    /// The address of the page.
    pub to: String,
    pub label: &'static str,
    pub hint: &'static str,
    pub typed: String,
    pub search: &'static str,
    /// What is chosen, in words.
    pub summary: String,
    pub picks: Vec<PickFigure>,
    pub ticks: Vec<TickFigure>,
    pub show: &'static str,
    /// Where the visitor is, if they have said so.
    pub from: String,
}

pub struct PickFigure {
    pub name: &'static str,
    pub label: &'static str,
    /// Code and name; the first has no code and stands for all.
    pub choices: Vec<(String, String)>,
    pub chosen: String,
}

pub struct TickFigure {
    pub name: &'static str,
    pub label: &'static str,
    pub on: bool,
}

impl PickFigure {
    /// `any`: what all of them are called.
    pub fn new(name: &'static str, label: &'static str, chosen: &str, any: &str, choices: Vec<(String, String)>) -> Self {
        let choices = [(String::new(), any.to_owned())].into_iter().chain(choices).collect();
        Self { name, label, choices, chosen: chosen.to_owned() }
    }

    /// What is chosen; nothing while all are.
    fn said(&self) -> Option<String> {
        let (_, name) = self.choices.iter().find(|(code, _)| !code.is_empty() && *code == self.chosen)?;
        // A kecamatan and a village may have one name.
        Some(if self.name == "kecamatan" { ["Kec.\u{a0}", name].concat() } else { name.clone() })
    }
}

/// What is chosen of all of them, or `nothing`.
pub fn chosen(picks: &[PickFigure], ticked: impl IntoIterator<Item = String>, nothing: &str) -> String {
    let said = picks.iter().filter_map(PickFigure::said).chain(ticked).collect::<Vec<_>>().join(", ");
    if said.is_empty() { nothing.to_owned() } else { said }
}

pub fn finder_view(finder: FinderFigure) -> AnyView {
    let here = (!finder.from.is_empty()).then(|| view! { <input type="hidden" name="dari" value=finder.from/> }.into_any());
    let more = view! { <div class="opts">{finder.ticks.into_iter().map(tick_view).collect_view()}</div> {here} }.into_any();
    view! {
        <form class="flow no-print" method="get" action=finder.to role="search">
            <div class="field">
                <label for="cari">{finder.label}</label>
                <p class="hint" id="cari-hint">{finder.hint}</p>
                <div class="find">
                    <input class="box" id="cari" name="cari" type="search" maxlength="100" autocomplete="off" aria-describedby="cari-hint" value=finder.typed/>
                    <button class="btn"><Icon name="search"/>{finder.search}</button>
                </div>
            </div>
            {picks_view(finder.summary, finder.picks, more, finder.show)}
        </form>
    }
    .into_any()
}

/// What can be chosen, behind what is; `more` stands below it.
pub fn picks_view(summary: String, picks: Vec<PickFigure>, more: AnyView, show: &'static str) -> AnyView {
    view! {
        <details class="sheet" data-flush="">
            <summary class="row"><span class="in"><b>{summary}</b></span><Icon name="chevron-down"/></summary>
            <div class="flow p-4">
                <div class="cols" data-two="">{picks.into_iter().map(pick_view).collect_view()}</div>
                {more}
                <button class="btn">{show}</button>
            </div>
        </details>
    }
    .into_any()
}

fn pick_view(PickFigure { name, label, choices, chosen }: PickFigure) -> AnyView {
    let choice = |(code, name): (String, String)| {
        let here = code == chosen;
        view! { <option value=code selected=here>{name}</option> }.into_any()
    };
    let choices = choices.into_iter().map(choice).collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <span class="pick"><select class="box" id=name name=name>{choices}</select></span>
        </div>
    }
    .into_any()
}

fn tick_view(TickFigure { name, label, on }: TickFigure) -> AnyView {
    view! { <label class="opt"><input type="checkbox" name=name value="ya" checked=on/><span><b>{label}</b></span></label> }.into_any()
}
