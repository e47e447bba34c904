//! One's own clubs as finished HTML; their forms are sent by the browser itself.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{JoinClubHere, LeaveClubHere, NoteReadingHere};
use crate::domain::{IdemKey, MeetingId, ReaderId};
use crate::ui::{GoneRow, MarkView, PlainForm, Submit, TextField, Way, key_field, mark_view};

pub struct RowFigure {
    pub way: Way,
    /// For which child; empty for oneself.
    pub whose: String,
}

pub struct ClubFigure {
    /// The page itself.
    pub here: String,
    /// Part of the address of the office.
    pub office: &'static str,
    pub reader: ReaderId,
    pub whose: String,
    pub heading: &'static str,
    pub meetings: Vec<MeetingFigure>,
    pub none: &'static str,
    pub reading: Option<ReadingFigure>,
    /// What leaving means, and its button.
    pub leave: [&'static str; 2],
    pub key: IdemKey,
}

pub struct MeetingFigure {
    pub book: String,
    pub when: String,
    pub place: String,
    pub link: Option<Way>,
    pub mark: Option<MarkView>,
}

pub struct ReadingFigure {
    pub meeting: MeetingId,
    pub heading: String,
    /// Of the field, and its hint.
    pub labels: [&'static str; 2],
    pub reached: String,
    pub button: &'static str,
    pub key: IdemKey,
}

pub struct JoinFigure {
    pub here: String,
    pub office: &'static str,
    pub hint: &'static str,
    /// Asked of who is no reader there yet.
    pub name: Option<NameFigure>,
    pub button: &'static str,
    pub key: IdemKey,
}

pub struct NameFigure {
    pub label: &'static str,
    pub hint: &'static str,
    pub value: String,
}

pub fn list(rows: Vec<RowFigure>, [none, hint]: [&'static str; 2], find: Way) -> String {
    if rows.is_empty() {
        return view! {
            <div class="empty">
                <img src="/gambar/kosong/belum-ada-pinjaman.svg" alt="" width="160" height="120"/>
                <b>{none}</b>
                <p>{hint}</p>
                <a class="btn" href=find.to>{find.words}</a>
            </div>
        }
        .into_any()
        .to_html();
    }
    let row = |row: RowFigure| {
        let whose = (!row.whose.is_empty()).then(|| view! { <small>{row.whose}</small> }.into_any());
        view! { <li class="row"><span class="in"><a class="link" href=row.way.to>{row.way.words}</a>{whose}</span></li> }.into_any()
    };
    view! { <ul class="rows">{rows.into_iter().map(row).collect_view()}</ul> }.into_any().to_html()
}

pub fn club(figure: ClubFigure) -> String {
    let ClubFigure { here, office, reader, whose, heading, meetings, none, reading, leave: [leave_hint, leave], key } = figure;
    let whose = (!whose.is_empty()).then(|| view! { <p>{whose}</p> }.into_any());
    let meetings = if meetings.is_empty() {
        view! { <p class="soft">{none}</p> }.into_any()
    } else {
        view! { <ul class="rows">{meetings.into_iter().map(meeting_view).collect_view()}</ul> }.into_any()
    };
    // The meeting may have been called off while somebody typed how far they are in its book.
    let next = reading.iter().map(|reading| reading.meeting.to_string()).collect();
    let reading = reading.map(|reading| reading_view(reading, &here, office, reader));
    view! {
        {whose}
        <GoneRow actions=vec![NoteReadingHere::PATH] field="_pertemuan" rows=next/>
        {reading}
        <section class="flow"><h2>{heading}</h2>{meetings}</section>
        <section class="sheet flow">
            <p>{leave_hint}</p>
            <PlainForm action=LeaveClubHere::PATH here=here of=vec![("_id", reader.to_string())]>
                <input type="hidden" name="_kantor" value=office/>
                <input type="hidden" name="_id" value=reader.to_string()/>
                {key_field(key)}
                <Submit label=leave class="btn btn-second"/>
            </PlainForm>
        </section>
    }
    .into_any()
    .to_html()
}

fn meeting_view(meeting: MeetingFigure) -> AnyView {
    let place = (!meeting.place.is_empty()).then(|| view! { <small>{meeting.place}</small> }.into_any());
    let link = meeting.link.map(|link| view! { <a class="link" href=link.to rel="external noopener">{link.words}</a> }.into_any());
    view! {
        <li class="row">
            <span class="in"><b>{meeting.book}</b><small>{meeting.when}</small>{place}{link}{meeting.mark.map(mark_view)}</span>
        </li>
    }
    .into_any()
}

fn reading_view(reading: ReadingFigure, here: &str, office: &'static str, reader: ReaderId) -> AnyView {
    let ReadingFigure { meeting, heading, labels: [label, hint], reached, button, key } = reading;
    view! {
        <section class="sheet flow">
            <h2>{heading}</h2>
            <PlainForm action=NoteReadingHere::PATH here=here of=vec![("_id", reader.to_string()), ("_pertemuan", meeting.to_string())]>
                <TextField name="sampai" label=label hint=hint.to_owned() value=reached/>
                <input type="hidden" name="_kantor" value=office/>
                <input type="hidden" name="_id" value=reader.to_string()/>
                <input type="hidden" name="_pertemuan" value=meeting.to_string()/>
                {key_field(key)}
                <Submit label=button/>
            </PlainForm>
        </section>
    }
    .into_any()
}

pub fn join(figure: JoinFigure) -> String {
    let JoinFigure { here, office, hint, name, button, key } = figure;
    let name = name.map(|name| (name.label, name.hint.to_owned(), name.value));
    view! {
        <section class="sheet flow">
            <p>{hint}</p>
            <PlainForm action=JoinClubHere::PATH here=here>
                {name.map(|(label, hint, value)| view! { <TextField name="nama" label=label hint=hint value=value fill="name"/> }.into_any())}
                <input type="hidden" name="_kantor" value=office/>
                {key_field(key)}
                <Submit label=button/>
            </PlainForm>
        </section>
    }
    .into_any()
    .to_html()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::way;

    #[test]
    fn no_name_of_a_book_becomes_markup() {
        let html = list(
            vec![RowFigure { way: way("/akun/kelompok-baca?anggota=1", "<script>"), whose: "Untuk <b>.".into() }],
            ["", ""],
            way("", ""),
        );
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>") && !html.contains("Untuk <b>"), "{html}");
    }
}
