use leptos::prelude::*;

use crate::ui::{Icon, MarkView, Way, mark_view};

pub struct ListFigure {
    /// For who may announce one.
    pub begins: Option<Way>,
    /// The course of the office's own staff.
    pub learns: Way,
    pub rows: Vec<RowFigure>,
    /// How many were trained.
    pub trained: Option<String>,
    /// Where the list goes on.
    pub next: Option<String>,
}

pub struct RowFigure {
    pub way: Way,
    pub more: Vec<String>,
    pub mark: MarkView,
}

pub fn list(figure: ListFigure) -> String {
    let begins = figure.begins.map(|way| view! { <p><a class="btn" href=way.to><Icon name="plus"/>{way.words}</a></p> }.into_any());
    let rows = if figure.rows.is_empty() {
        view! {
            <div class="empty" role="status">
                <Icon name="school"/>
                <b>"Belum ada pelatihan"</b>
                <p>"Umumkan yang pertama. Warga mendaftar dari HP, atau dicatat di loket. Mengisinya sekitar lima menit."</p>
            </div>
        }
        .into_any()
    } else {
        view! { <ul class="rows">{figure.rows.into_iter().map(row_view).collect_view()}</ul> }.into_any()
    };
    let next = figure.next.map(|href| {
        view! { <p class="links"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> }.into_any()
    });
    let trained = figure.trained.map(|said| view! { <p class="soft">{said}</p> }.into_any());
    let learns = view! { <p class="links"><a class="link" href=figure.learns.to>{figure.learns.words}</a></p> }.into_any();
    view! { {begins} {rows} {next} {trained} {learns} }.into_any().to_html()
}

fn row_view(row: RowFigure) -> AnyView {
    let more = row.more.into_iter().map(|line| view! { <small>{line}</small> }.into_any()).collect_view();
    view! {
        <li class="row"><span class="in"><a class="link" href=row.way.to>{row.way.words}</a>{more}{mark_view(row.mark)}</span></li>
    }
    .into_any()
}
