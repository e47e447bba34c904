use leptos::prelude::*;

use crate::ui::{MarkView, mark_view};

pub struct LearnedFigure {
    /// How many are trained, in all that is shown.
    pub said: String,
    /// The kecamatan that is chosen; empty for all.
    pub chosen: String,
    /// Code and name of each.
    pub kecamatan: Vec<(String, String)>,
    pub offices: Vec<OfficeLine>,
    pub people: Vec<PersonLine>,
}

pub struct OfficeLine {
    pub to: String,
    pub name: String,
    pub people: String,
    pub trained: String,
    pub tasks: String,
}

pub struct PersonLine {
    pub office: String,
    pub name: String,
    pub role: String,
    pub done: String,
    pub mark: MarkView,
}

pub fn learned(figure: LearnedFigure) -> String {
    let table = if figure.people.is_empty() { offices_view(figure.offices) } else { people_view(figure.people) };
    view! {
        <p class="lede">{figure.said}</p>
        <p class="soft">"Terlatih: semua tugas perannya sudah pernah dikerjakan, dalam pekerjaan di kantornya atau di kantor latihan. Sistem mencentangnya sendiri."</p>
        {filter_view(figure.chosen, figure.kecamatan)}
        {table}
    }
    .into_any()
    .to_html()
}

fn filter_view(chosen: String, kecamatan: Vec<(String, String)>) -> AnyView {
    let option = |(code, name): (String, String)| {
        let selected = code == chosen;
        view! { <option value=code selected=selected>{name}</option> }.into_any()
    };
    let all = [(String::new(), "Semua kecamatan".to_owned())];
    view! {
        <form class="flow no-print" method="get" action="/bpm/belajar">
            <div class="field">
                <label for="kecamatan">"Kecamatan"</label>
                <span class="pick"><select class="box" id="kecamatan" name="kecamatan">{all.into_iter().chain(kecamatan).map(option).collect_view()}</select></span>
            </div>
            <button class="btn btn-second">"Tampilkan"</button>
        </form>
    }
    .into_any()
}

const OFFICE: [&str; 4] = ["Kantor", "Pegawai", "Terlatih", "Tugas selesai"];
const PERSON: [&str; 5] = ["Kantor", "Nama", "Peran", "Tugas selesai", "Keadaan"];

fn offices_view(offices: Vec<OfficeLine>) -> AnyView {
    let row = |office: OfficeLine| {
        view! {
            <tr>
                <td data-th=OFFICE[0]><a href=office.to>{office.name}</a></td>
                <td class="num" data-th=OFFICE[1]>{office.people}</td>
                <td class="num" data-th=OFFICE[2]>{office.trained}</td>
                <td class="num" data-th=OFFICE[3]>{office.tasks}</td>
            </tr>
        }
        .into_any()
    };
    table_view("Pegawai terlatih tiap kantor", &OFFICE, offices.into_iter().map(row).collect())
}

fn people_view(people: Vec<PersonLine>) -> AnyView {
    let row = |one: PersonLine| {
        view! {
            <tr>
                <td data-th=PERSON[0]>{one.office}</td>
                <td data-th=PERSON[1]>{one.name}</td>
                <td data-th=PERSON[2]>{one.role}</td>
                <td class="num" data-th=PERSON[3]>{one.done}</td>
                <td data-th=PERSON[4]>{mark_view(one.mark)}</td>
            </tr>
        }
        .into_any()
    };
    table_view("Pegawai dan tugasnya", &PERSON, people.into_iter().map(row).collect())
}

fn table_view(caption: &'static str, heads: &'static [&'static str], rows: Vec<AnyView>) -> AnyView {
    let heads = heads.iter().map(|head| view! { <th scope="col">{*head}</th> }.into_any()).collect_view();
    view! {
        <div class="sheet" data-flush="">
            <div class="t-wrap" tabindex="0" role="region" aria-label=caption>
                <table class="t">
                    <caption class="sr-only">{caption}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows.into_iter().collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}
