use leptos::prelude::*;

use crate::ui::Icon;

/// What is looked for, and what can be chosen.
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

/// A plain form: what is looked for and chosen stands in the address, and can be shared.
pub fn finder_view(finder: FinderFigure) -> AnyView {
    let here = (!finder.from.is_empty()).then(|| view! { <input type="hidden" name="dari" value=finder.from/> }.into_any());
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
            <details class="sheet" data-flush="">
                <summary class="row"><span class="in"><b>{finder.summary}</b></span><Icon name="chevron-down"/></summary>
                <div class="flow p-4">
                    <div class="cols" data-two="">{finder.picks.into_iter().map(pick_view).collect_view()}</div>
                    <div class="opts">{finder.ticks.into_iter().map(tick_view).collect_view()}</div>
                    {here}
                    <button class="btn">{finder.show}</button>
                </div>
            </details>
        </form>
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
