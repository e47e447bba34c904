use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::fields::group_view;
use crate::features::compliance::campaigns::pages::factor_view;
use crate::features::compliance::versions::{
    ActForm, AddItem, BeginVersion, DropItem, EditorView, KeepItem, KeepSettings, PlaceItem, PublishVersion, VersionAct,
};
use crate::ui::{
    Drawing, Form, GoneRow, Icon, PageHead, RegencyLayout, RegencyTab, Submit, Way, back_view, done_view, key_field, mark_view, was_refused,
};

const ALL: [VersionAct; 7] = [
    VersionAct::Begin,
    VersionAct::KeepSettings,
    VersionAct::AddItem,
    VersionAct::KeepItem,
    VersionAct::PlaceItem,
    VersionAct::DropItem,
    VersionAct::Publish,
];

const fn path(act: VersionAct) -> &'static str {
    match act {
        VersionAct::Begin => BeginVersion::PATH,
        VersionAct::KeepSettings => KeepSettings::PATH,
        VersionAct::AddItem => AddItem::PATH,
        VersionAct::KeepItem => KeepItem::PATH,
        VersionAct::PlaceItem => PlaceItem::PATH,
        VersionAct::DropItem => DropItem::PATH,
        VersionAct::Publish => PublishVersion::PATH,
    }
}

pub fn editor_view(view: EditorView) -> AnyView {
    let drawn = |act: &VersionAct| view.forms.iter().any(|form| form.act == *act);
    let gone = ALL.into_iter().filter(|act| !drawn(act)).map(path).collect();
    let way = |way: Way| view! { <a class="link" href=way.to>{way.words}</a> };
    let ways = (!view.ways.is_empty()).then(|| view! { <p class="links">{view.ways.into_iter().map(way).collect_view()}</p> });
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Campaigns>
            <div class="page flow">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{view.mark.map(mark_view)} " " {view.lede}</p>
                <GoneRow actions=gone field="_versi" rows=Vec::new()/>
                {view.result.map(done_view)}
                {ways}
                <Drawing html=view.above/>
                {view.forms.into_iter().map(act_view).collect_view()}
                <Drawing html=view.below/>
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn act_view(form: ActForm) -> AnyView {
    let action = path(form.act);
    let (title, folded) = (form.title.clone(), form.folded);
    let body = match form.step_up.clone() {
        Some(to) if !was_refused(action) => view! { <p>{form.says}</p> {factor_view(to, "Buka untuk melanjutkan")} }.into_any(),
        _ => form_view(action, form),
    };
    if folded {
        return view! {
            <details class="sheet" open=was_refused(action)>
                <summary class="row"><span class="in"><b>{title}</b></span><Icon name="chevron-down"/></summary>
                <div class="flow">{body}</div>
            </details>
        }
        .into_any();
    }
    view! { <section class="sheet flow"><h2>{title}</h2>{body}</section> }.into_any()
}

fn form_view(action: &'static str, form: ActForm) -> AnyView {
    let ActForm { says, hidden, key, problems, groups, submit, .. } = form;
    let field = |(name, value)| view! { <input type="hidden" name=name value=value/> };
    view! {
        <Form action=action problems=problems>
            {hidden.into_iter().map(field).collect_view()}
            {key_field(key)}
            {(!says.is_empty()).then(|| view! { <p>{says}</p> })}
            {groups.into_iter().map(group_view).collect_view()}
            <Submit label=submit/>
        </Form>
    }
    .into_any()
}
