use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::library::own::{CancelHere, OwnLoansView, OwnRow, PressView, ReadOwnLoans, RenewHere};
use crate::ui::{
    Ask, Form, GoneRow, PageHead, Read, ResidentLayout, ResidentTab, Submit, back_view, done_view, key_field, load, mark_view, read,
};

const LOANS: Read<OwnLoansView> = read::<ReadOwnLoans, _>();

/// `/akun/pinjaman`
#[component]
pub fn OwnLoansPage() -> AnyView {
    load(LOANS, Ask::nothing().query("hasil"), loans_view)
}

fn loans_view(view: OwnLoansView) -> AnyView {
    let find = view.find;
    let none = view.none.map(|[none, hint]| {
        view! {
            <div class="empty">
                <img src="/gambar/kosong/belum-ada-pinjaman.svg" alt="" width="160" height="120"/>
                <b>{none}</b>
                <p>{hint}</p>
            </div>
        }
        .into_any()
    });
    view! {
        <ResidentLayout tab=Some(ResidentTab::Account)>
            <div class="page flow" data-read="">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{view.lede}</p>
                {view.result.map(done_view)}
                {none}
                {rows_view(view.waits, <CancelHere as ServerFn>::PATH, "btn btn-second")}
                {rows_view(view.have, <RenewHere as ServerFn>::PATH, "btn")}
                {rows_view(view.before, "", "")}
                <p><a class="btn btn-second" href=find.to>{find.words}</a></p>
                <p class="links"><a class="link" href=view.clubs.to>{view.clubs.words}</a></p>
            </div>
        </ResidentLayout>
    }
    .into_any()
}

fn rows_view((heading, rows): (String, Vec<OwnRow>), action: &'static str, class: &'static str) -> AnyView {
    let known = rows.iter().filter_map(|row| row.press.as_ref()).map(|press| press.id.clone()).collect();
    let gone = view! { <GoneRow actions=vec![action] field="_id" rows=known/> }.into_any();
    if rows.is_empty() {
        return gone;
    }
    view! {
        <section class="flow">
            <h2>{heading}</h2>
            {gone}
            <ul class="sheet items">{rows.into_iter().map(|row| row_view(row, action, class)).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn row_view(row: OwnRow, action: &'static str, class: &'static str) -> AnyView {
    view! {
        <li>
            <div class="flow">
                <a class="link" href=row.book.to>{row.book.words}</a>
                <p>{row.library}</p>
                <p>{row.mark.map(mark_view)} " " {row.told}</p>
                {row.press.map(|press| press_view(press, action, class))}
            </div>
        </li>
    }
    .into_any()
}

fn press_view(press: PressView, action: &'static str, class: &'static str) -> AnyView {
    let PressView { office, id, button, key } = press;
    view! {
        <Form action of=vec![("_id", id.clone())]>
            <input type="hidden" name="_kantor" value=office/>
            <input type="hidden" name="_id" value=id/>
            {key_field(key)}
            <Submit label=button class/>
        </Form>
    }
    .into_any()
}
