//! The figures of a campaign.

use leptos::prelude::*;

use crate::features::compliance::campaigns::{ItemLine, KecamatanLine, ReviewerLine};
use crate::ui::Drawing;

pub fn kecamatan_view(lines: Vec<KecamatanLine>, chart: String) -> AnyView {
    let rows = lines.into_iter().map(|line| (line.name, line.counts.map(|count| count.to_string()).to_vec())).collect();
    let table = table_view("Angka tiap kecamatan", &["Kecamatan", "Maju", "Berkembang", "Kurang", "Belum dinilai"], rows);
    view! {
        <div class="cols" data-two="">
            <section class="flow"><h2>"Kelas kantor per kecamatan"</h2><div class="sheet"><Drawing html=chart/></div></section>
            {table}
        </div>
    }
    .into_any()
}

pub fn items_view(lines: Vec<ItemLine>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let cells = |line: ItemLine| (line.name, line.counts.iter().map(u32::to_string).chain([line.share]).collect());
    let heads = ["Butir", "Terpenuhi", "Sebagian", "Tidak", "Belum terpenuhi penuh"];
    table_view("Butir yang paling sering gagal", &heads, lines.into_iter().map(cells).collect())
}

pub fn reviewers_view(lines: Vec<ReviewerLine>, agreement: String) -> AnyView {
    let cells = |line: ReviewerLine| {
        let numbers = [line.offices, line.waiting, line.judged].map(|count| count.to_string());
        (line.name, [line.home].into_iter().chain(numbers).chain([line.shares, line.own, line.again]).collect())
    };
    let heads = [
        "Pemeriksa",
        "Tempat tinggal",
        "Kantor",
        "Menunggu",
        "Diputus",
        "Terpenuhi, sebagian, tidak",
        "Sama dengan nilai kantor",
        "Tetap saat dilihat ulang",
    ];
    let table = table_view("Pemeriksa dan putusannya", &heads, lines.into_iter().map(cells).collect());
    view! { {table} <p class="soft">{agreement}</p> }.into_any()
}

/// The first column names the row.
fn table_view(title: &'static str, heads: &[&'static str], rows: Vec<(String, Vec<String>)>) -> AnyView {
    let names: Vec<&'static str> = heads.iter().skip(1).copied().collect();
    let head = |head: &&'static str| view! { <th scope="col">{*head}</th> };
    let row = |(name, cells): (String, Vec<String>)| {
        let cells = names.iter().zip(cells).map(|(head, cell)| view! { <td data-th=*head><span>{cell}</span></td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    view! {
        <section class="flow">
            <h2>{title}</h2>
            <div class="sheet" data-flush="">
                <div class="t-wrap" tabindex="0" role="region" aria-label=title>
                    <table class="t">
                        <caption class="sr-only">{title}</caption>
                        <thead><tr>{heads.iter().map(head).collect_view()}</tr></thead>
                        <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </div>
        </section>
    }
    .into_any()
}
