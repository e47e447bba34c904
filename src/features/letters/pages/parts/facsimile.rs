use leptos::prelude::*;

use crate::features::letters::views::{Across, Facsimile, FacsimilePart, Person};

/// The letter itself, with DRAF or CONTOH across when it is none. Indonesian, as letters are.
#[component]
pub fn LetterFacsimile(letter: Facsimile) -> AnyView {
    let [government, kecamatan, office] = letter.kop;
    let number = letter.number.unwrap_or_else(|| "diberikan saat ditandatangani".to_owned());
    let (across, sentence) = match letter.across {
        None => (None, None),
        Some(Across::Draft) => (Some("DRAF"), Some("Konsep untuk diperiksa. Belum ditandatangani dan tidak berlaku sebagai surat.")),
        Some(Across::Sample) => (Some("CONTOH"), Some("Contoh: semua nama dan nomor dikarang. Tidak berlaku sebagai surat.")),
    };
    let lines = |lines: Vec<String>| lines.into_iter().map(|line| view! { {line} <br/> }).collect_view();
    view! {
        <article class="letter" data-across=across lang="id" aria-label="Isi surat">
            <div class="kop">
                {letter.stand_in.then(|| view! { <img src="/gambar/lambang.svg" alt=""/> })}
                <div><span>{government}</span><span>{kecamatan}</span><b>{office}</b><small>{letter.address}</small></div>
            </div>
            <h2>{letter.title}</h2>
            <p>"Nomor: " {number}</p>
            {letter.parts.into_iter().map(part_view).collect_view()}
            {sentence.map(|sentence| view! { <p>{sentence}</p> })}
            <div class="letter-foot">
                {letter.left.map(|(post, name)| view! { <div>{lines(post)}<b>{name}</b></div> })}
                <div>{letter.place_and_day}<br/>{lines(letter.post)}<b>{letter.name}</b>{lines(letter.below)}</div>
            </div>
        </article>
    }
    .into_any()
}

fn part_view(part: FacsimilePart) -> AnyView {
    match part {
        FacsimilePart::Text(text) => view! { <p>{text}</p> }.into_any(),
        FacsimilePart::Rows(rows) => {
            let rows = rows.into_iter().map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> }).collect_view();
            view! { <dl>{rows}</dl> }.into_any()
        }
        FacsimilePart::People(people) => people_view(people),
    }
}

fn people_view(people: Vec<Person>) -> AnyView {
    let row = |person: Person| {
        view! { <tr><th scope="row">{person.name}</th><td class="num" data-th="NIK">{person.nik}</td><td data-th="Hubungan keluarga">{person.relation}</td></tr> }
    };
    view! {
        <div class="t-wrap">
            <table class="t">
                <thead><tr><th scope="col">"Nama lengkap"</th><th scope="col">"NIK"</th><th scope="col">"Hubungan keluarga"</th></tr></thead>
                <tbody>{people.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
