use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::{IdemKey, ParticipantId, TrainingId};
use crate::features::training::office::MarkSession;
use crate::ui::{PlainForm, Redraw, Submit, Way, key_field, use_redraw};

/// Who was at one session.
pub struct SessionFigure {
    /// The page with this list open.
    pub here: String,
    pub id: TrainingId,
    pub number: u8,
    pub title: String,
    /// All sessions that have begun, and whether it is this one.
    pub tabs: Vec<(Way, bool)>,
    pub may_note: bool,
    pub ticks: Vec<TickFigure>,
    pub key: IdemKey,
}

pub struct TickFigure {
    pub id: ParticipantId,
    pub name: String,
    pub present: bool,
}

pub fn attendance(figure: SessionFigure) -> AnyView {
    let SessionFigure { here, id, number, title, tabs, may_note, ticks, key } = figure;
    let tab = |(way, chosen): (Way, bool)| view! { <a href=way.to aria-current=chosen.then_some("page")>{way.words}</a> }.into_any();
    let present = ticks.iter().filter(|tick| tick.present).count();
    let told = [&title, ". Hadir ", &present.to_string(), "."].concat();
    let list = if ticks.is_empty() {
        view! { <p class="soft">"Belum ada peserta yang mendapat kursi."</p> }.into_any()
    } else if may_note {
        form_view(here, id, number, ticks, key)
    } else {
        names_view(ticks)
    };
    view! {
        <section class="flow" id="kehadiran">
            <h2>"Kehadiran"</h2>
            <nav class="tabs" aria-label="Sesi">{tabs.into_iter().map(tab).collect_view()}</nav>
            <p>{told}</p>
            {list}
        </section>
    }
    .into_any()
}

fn form_view(here: String, id: TrainingId, number: u8, ticks: Vec<TickFigure>, key: IdemKey) -> AnyView {
    let (id, number) = (id.to_string(), number.to_string());
    let marks = vec![("_id", id.clone()), ("_sesi", number.clone())];
    let rows = ticks.into_iter().map(tick_view).collect_view();
    view! {
        <section class="sheet">
            <PlainForm action={<MarkSession as ServerFn>::PATH} here=here of=marks>
                <input type="hidden" name="_id" value=id/>
                <input type="hidden" name="_sesi" value=number/>
                {key_field(key)}
                <fieldset class="field">
                    <legend>"Centang yang hadir"</legend>
                    <div class="opts">{rows}</div>
                </fieldset>
                <Submit label="Simpan kehadiran"/>
            </PlainForm>
        </section>
    }
    .into_any()
}

/// What was ticked before a refusal stays so. Whoever was not shown as noted then, and is now, gave the code meanwhile:
/// nobody has struck them out.
fn tick_view(tick: TickFigure) -> AnyView {
    let TickFigure { id, name, present } = tick;
    let field = ["hadir_", &id.to_string()].concat();
    let again = use_redraw().filter(|redraw| redraw.action == MarkSession::PATH);
    let noted = ["tercatat_", &id.to_string()].concat();
    let came_since = |redraw: &Redraw| present && redraw.typed(&noted) != Some("ya");
    let ticked = again.map_or(present, |redraw| redraw.typed(&field) == Some("ya") || came_since(&redraw));
    let shown = present.then(|| view! { <input type="hidden" name=noted value="ya"/> }.into_any());
    view! {
        <div>
            {shown}
            <label class="opt"><input type="checkbox" name=field value="ya" checked=ticked/><span><b>{name}</b></span></label>
        </div>
    }
    .into_any()
}

fn names_view(ticks: Vec<TickFigure>) -> AnyView {
    let there =
        ticks.into_iter().filter(|tick| tick.present).map(|tick| view! { <li class="row"><span class="in">{tick.name}</span></li> });
    let rows: Vec<_> = there.collect();
    if rows.is_empty() {
        return view! { <p class="soft">"Tidak ada yang tercatat hadir."</p> }.into_any();
    }
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}
