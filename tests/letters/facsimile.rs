//! What a screen shows is what the paper says: the words of both stand in two places, so they are
//! compared.

use smart_kampung::features::letters::{Answer, Facsimile, FacsimilePart, LetterData, Numbers, facsimile};

use super::paper::lines;
use super::villagers::*;
use super::{draft, render};

/// Words without spaces and capitals: lines break elsewhere on paper, and titles stand in capitals.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn said(shown: &Facsimile) -> Vec<String> {
    let mut all: Vec<String> = shown.kop.to_vec();
    all.extend([shown.title.clone(), shown.place_and_day.clone(), shown.name.clone()]);
    all.extend(shown.number.clone());
    all.extend(shown.post.clone());
    all.extend(shown.below.clone());
    for part in &shown.parts {
        match part {
            FacsimilePart::Text(text) => all.push(text.clone()),
            FacsimilePart::Rows(rows) => all.extend(rows.iter().flat_map(|(label, value)| [label.clone(), value.clone()])),
            FacsimilePart::People(people) => {
                all.extend(people.iter().flat_map(|person| [person.nik.clone(), person.name.clone(), person.relation.clone()]));
            }
        }
    }
    all
}

async fn holds(name: &str, service: &str, data: LetterData) {
    let shown = facsimile(service, &data, Numbers::Clear).expect("a letter on screen");
    let paper = bare(&lines(&render(name, service, &data).await));
    for words in said(&shown) {
        assert!(paper.contains(&bare(&words)), "{name}: not on the paper: {words}\n{paper}");
    }
}

#[tokio::test]
async fn every_word_on_the_screen_stands_on_the_paper() {
    holds("layar-sku", "sku", sku(tamansari())).await;
    holds("layar-sku-lurah", "sku", sku(kampungmandar())).await;
    holds("layar-skd", "skd", skd(tamansari())).await;
    holds("layar-skd-pendatang", "skd", skd_of_a_newcomer()).await;
    holds("layar-pindah", "pindah", pindah(&FAMILY)).await;
    holds("layar-datang", "datang", datang(&FAMILY)).await;
    holds("layar-draf", "sku", draft(sku(tamansari()))).await;
}

#[test]
fn masked_numbers_are_those_of_nobody() {
    let shown = facsimile("pindah", &pindah(&FAMILY), Numbers::Masked).expect("a letter on screen");
    let all = said(&shown).join(" ");
    assert!(!all.contains("3510 1645") && all.contains("**** **** **** 0001"), "{all}");
}

#[test]
fn the_family_card_of_a_host_is_masked_like_any_other() {
    let host = Answer::text("Menumpang KK nomor 3510 2412 0318 0004 a.n. Suparman");
    for (service, name, mut data) in [("pindah", "kk_pindah", pindah(&FAMILY)), ("datang", "status_kk", datang(&FAMILY))] {
        data.answers.insert(name.to_owned(), host.clone());
        let all = said(&facsimile(service, &data, Numbers::Masked).expect("a letter on screen")).join(" ");
        assert!(!all.contains("3510 2412") && all.contains("nomor **** **** **** 0004 a.n. Suparman"), "{all}");
    }
}
