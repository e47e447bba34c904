//! One drawing for all pages of the desk: a title, a field that asks, and parts.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::IdemKey;
use crate::features::library::office::{
    AddMemberHere, AskInterloan, Asked, BeginCounting, BringBooks, ButtonView, CancelInterloan, CancelMeetingHere, CancelPlace,
    CloseInterloan, CountTicked, CountVisitor, DeclineInterloan, DescribeReaderHere, EndCounting, FieldView, FindView, FormView,
    KeepLibraryRules, LendCopyHere, LetCopyGo, LoseCopyHere, LoseMissing, PartView, PlanMeetingHere, ReceiveInterloan, RemoveBookFileHere,
    RemoveCoverHere, RemoveMemberHere, RenewLoanHere, RestoreCopyHere, ReturnCopyHere, ReturnInterloan, RowView, SendInterloan,
    ServeReader, ShelfView, WriteCopies, WriteCorrection, WriteNewReader, WriteReader, WriteTitle,
};
use crate::ui::{
    Choices, Drawing, FileField, FileForm, Form, GoneRow, Icon, OfficeLayout, OfficeTab, PageHead, PrintButton, Select, Submit, TextArea,
    TextField, TextKind, Tick, Way, back_view, done_view, key_field, mark_view, note_view, was_refused,
};

/// An act by the last part of its address.
const ACTS: [(&str, &str); 34] = [
    ("lend", LendCopyHere::PATH),
    ("return", ReturnCopyHere::PATH),
    ("renew", RenewLoanHere::PATH),
    ("let_go", LetCopyGo::PATH),
    ("visitor", CountVisitor::PATH),
    ("serve", ServeReader::PATH),
    ("cancel", CancelPlace::PATH),
    ("add_title", WriteTitle::PATH),
    ("add_copies", WriteCopies::PATH),
    ("correct", WriteCorrection::PATH),
    ("lose", LoseCopyHere::PATH),
    ("restore", RestoreCopyHere::PATH),
    ("new_reader", WriteNewReader::PATH),
    ("change_reader", WriteReader::PATH),
    ("describe_reader", DescribeReaderHere::PATH),
    ("rules", KeepLibraryRules::PATH),
    ("import", BringBooks::PATH),
    ("begin_stocktake", BeginCounting::PATH),
    ("count_ticked", CountTicked::PATH),
    ("end_stocktake", EndCounting::PATH),
    ("lose_missing", LoseMissing::PATH),
    ("ask_interloan", AskInterloan::PATH),
    ("cancel_interloan", CancelInterloan::PATH),
    ("send_interloan", SendInterloan::PATH),
    ("decline_interloan", DeclineInterloan::PATH),
    ("receive_interloan", ReceiveInterloan::PATH),
    ("return_interloan", ReturnInterloan::PATH),
    ("close_interloan", CloseInterloan::PATH),
    ("plan_meeting", PlanMeetingHere::PATH),
    ("cancel_meeting", CancelMeetingHere::PATH),
    ("add_member", AddMemberHere::PATH),
    ("remove_member", RemoveMemberHere::PATH),
    ("remove_cover", RemoveCoverHere::PATH),
    ("remove_book_file", RemoveBookFileHere::PATH),
];

pub fn shelf_view(view: ShelfView) -> AnyView {
    if let Some(sheet) = view.sheet {
        return print_view(view.back, view.title, sheet);
    }
    let gone = gone_view(&view.parts);
    let key = view.key;
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Library>
            <div class="page flow" data-read="">
                {view.back.map(back_view)}
                <PageHead title=view.title/>
                {view.result.map(done_view)}
                {gone}
                {view.notes.into_iter().map(note_view).collect_view()}
                {view.find.map(find_view)}
                {ways_view(view.ways)}
                {view.parts.into_iter().map(|part| part_view(part, key)).collect_view()}
                {view.next.map(|href| view! { <p class="links"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn print_view(back: Option<Way>, title: String, sheet: String) -> AnyView {
    view! {
        <main id="isi">
            <div class="print flow">
                <p class="links no-print">{back.map(back_view)}<PrintButton/></p>
                <PageHead title/>
                <Drawing html=sheet/>
            </div>
        </main>
    }
    .into_any()
}

/// What was refused in a form that is no longer on the page: a colleague was faster.
fn gone_view(parts: &[PartView]) -> AnyView {
    let forms: Vec<&FormView> =
        parts.iter().flat_map(|part| part.forms.iter().chain(part.rows.iter().flat_map(|row| &row.forms))).collect();
    let gone = ACTS.iter().filter_map(|(act, path)| {
        let mut here = forms.iter().filter(|form| form.act == *act).peekable();
        let alone = here.peek().is_some_and(|form| id_of(form).is_none());
        let rows = here.filter_map(|form| id_of(form)).collect();
        (!alone).then(|| view! { <GoneRow actions=vec![*path] field="_id" rows=rows/> })
    });
    gone.collect_view().into_any()
}

fn id_of(form: &FormView) -> Option<String> {
    form.hidden.iter().find(|(name, _)| name == "_id").map(|(_, id)| id.clone())
}

/// One field, and the page again with what it asks for.
fn find_view(find: FindView) -> AnyView {
    let FindView { to, name, label, hint, typed, problem, button } = find;
    let (hint_id, error_id) = ([&name, "-hint"].concat(), [&name, "-error"].concat());
    let described = [&hint_id, " ", &error_id].concat();
    let wrong = problem.is_some().then_some("true");
    let problem = problem.map(|sentence| view! { <p class="problem" id=error_id role="alert"><Icon name="alert-circle"/>{sentence}</p> });
    // What is printed on a book. `public/pindai.js` shows the button where the browser reads codes by itself.
    let scan = matches!(name.as_str(), "kode" | "isbn")
        .then(|| view! { <button type="button" class="btn btn-second" data-pindai=name.clone() hidden>"Kamera"</button> });
    view! {
        <form role="search" method="get" action=to>
            <div class="field" data-bad=wrong>
                <label for=name.clone()>{label}</label>
                <p class="hint" id=hint_id>{hint}</p>
                {problem}
                <div class="find">
                    <input class="box" id=name.clone() name=name maxlength="100" autocomplete="off" aria-describedby=described aria-invalid=wrong value=typed/>
                    <button class="btn"><Icon name="search"/>{button}</button>
                    {scan}
                </div>
            </div>
        </form>
    }
    .into_any()
}

fn ways_view(ways: Vec<Way>) -> AnyView {
    if ways.is_empty() {
        return ().into_any();
    }
    // A file is no page of ours: the browser fetches it.
    let out = |way: &Way| [".csv", ".xlsx", ".pdf"].into_iter().any(|end| way.to.ends_with(end)).then_some("external");
    let way = |way: Way| {
        let rel = out(&way);
        view! { <a class="link" rel=rel href=way.to>{way.words}</a> }
    };
    view! { <p class="links">{ways.into_iter().map(way).collect_view()}</p> }.into_any()
}

fn part_view(part: PartView, key: IdemKey) -> AnyView {
    let PartView { title, large, drawn, says, facts, rows, forms, ways } = part;
    let line = |(what, said): (String, String)| view! { <div><dt>{what}</dt><dd>{said}</dd></div> };
    let facts = (!facts.is_empty()).then(|| view! { <dl class="kv">{facts.into_iter().map(line).collect_view()}</dl> });
    let rows = (!rows.is_empty()).then(|| view! { <ul class="rows">{rows.into_iter().map(|row| row_view(row, key)).collect_view()}</ul> });
    view! {
        <section class="flow">
            {(!title.is_empty()).then(|| view! { <h2>{title}</h2> })}
            {(!large.is_empty()).then(|| view! { <p class="figure">{large}</p> })}
            {says.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {(!drawn.is_empty()).then(|| view! { <Drawing html=drawn/> })}
            {facts}
            {rows}
            {forms.into_iter().map(|form| form_view(form, key)).collect_view()}
            {ways_view(ways)}
        </section>
    }
    .into_any()
}

fn row_view(row: RowView, key: IdemKey) -> AnyView {
    let more = row.more.into_iter().map(|line| view! { <small>{line}</small> }).collect_view();
    // A file is no page: the browser fetches it by itself.
    let file = row.way.to.starts_with("/baca/").then_some("external");
    view! {
        <li class="row">
            <span class="in"><a class="link" href=row.way.to rel=file>{row.way.words}</a>{more}{row.mark.map(mark_view)}</span>
            {row.forms.into_iter().map(|form| press_view(form, key, "btn btn-second btn-row")).collect_view()}
        </li>
    }
    .into_any()
}

fn form_view(form: FormView, key: IdemKey) -> AnyView {
    let (title, folded) = (form.title.clone(), !form.title.is_empty());
    let open = ACTS.iter().any(|(act, path)| *act == form.act && was_refused(path));
    let form = press_view(form, key, "btn btn-second");
    if !folded {
        return view! { <section class="sheet">{form}</section> }.into_any();
    }
    view! {
        <details class="sheet" open=open>
            <summary class="row"><span class="in"><b>{title}</b></span><Icon name="chevron-down"/></summary>
            {form}
        </details>
    }
    .into_any()
}

fn press_view(form: FormView, key: IdemKey, class: &'static str) -> AnyView {
    if form.act == "upload" {
        return view! {
            <FileForm action="/kantor/pustaka/impor/berkas".to_owned()>
                {form.fields.into_iter().map(field_view).collect_view()}
                <div class="btns">{form.buttons.into_iter().map(|button| button_view(button, class)).collect_view()}</div>
            </FileForm>
        }
        .into_any();
    }
    let Some((_, action)) = ACTS.into_iter().find(|(act, _)| *act == form.act) else { return ().into_any() };
    let of = id_of(&form).map(|id| ("_id", id)).into_iter().collect();
    let FormView { says, hidden, fields, buttons, .. } = form;
    view! {
        <Form action=action of=of>
            {hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
            {key_field(key)}
            {(!says.is_empty()).then(|| view! { <p>{says}</p> })}
            {fields.into_iter().map(field_view).collect_view()}
            <div class="btns">{buttons.into_iter().map(|button| button_view(button, class)).collect_view()}</div>
        </Form>
    }
    .into_any()
}

fn button_view(button: ButtonView, class: &'static str) -> AnyView {
    let class = if button.main { "btn" } else { class };
    let press = button.other.then_some(("lakukan", "lain"));
    view! { <Submit label=button.label class=class press=press/> }.into_any()
}

fn field_view(field: FieldView) -> AnyView {
    let FieldView { name, asked, label, hint, options, value } = field;
    match asked {
        Asked::Line => view! { <TextField name label hint value/> }.into_any(),
        Asked::Digits => view! { <TextField name label hint value kind=TextKind::Digits/> }.into_any(),
        Asked::Lines => view! { <TextArea name label hint value/> }.into_any(),
        Asked::Tick => view! { <Tick name label ticked=value == "ya"/> }.into_any(),
        Asked::Few => view! { <Choices name label hint options value/> }.into_any(),
        Asked::Many => view! { <Select name label hint options value/> }.into_any(),
        Asked::File => view! { <FileField name="berkas" label hint=hint.unwrap_or_default() accept=".xlsx,.csv"/> }.into_any(),
    }
}
