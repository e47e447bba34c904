//! Equal jobs give equal bytes: a letter can be compared with the one that was stored.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use sha2::{Digest, Sha256};
use smart_kampung::features::letters::LetterData;
use smart_kampung::server::sandbox::LetterJob;

use super::villagers::*;
use super::{render, sandbox};

#[tokio::test]
async fn equal_letters_are_equal_bytes_in_other_processes_zones_and_folders() {
    let job = job("pindah", &pindah(&LARGE_FAMILY));
    let first = sandbox().render_letter(&job).await.expect("a letter");
    let elsewhere = child(&job, "/tmp", "Pacific/Kiritimati", "C").stdout;
    let there = child(&job, "/", "America/Anchorage", "id_ID.UTF-8").stdout;
    for other in [elsewhere, there] {
        assert!(other.windows(first.bytes.len()).any(|pdf| pdf == first.bytes), "{} bytes", other.len());
    }
}

/// Also on another day and another machine: this is the hash that was there when the wording was last
/// reviewed. It changes with every change of a template and with an upgrade of the typesetter, and only
/// then; a letter that was issued is stored and never set again.
#[tokio::test]
async fn the_bytes_of_a_letter_are_those_that_were_reviewed() {
    let pdf = render("sku-lurah", "sku", &sku(kampungmandar())).await;
    let hash: String = Sha256::digest(&pdf.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    insta::assert_snapshot!("sku_lurah_hash", hash);
}

#[tokio::test]
async fn one_letter_more_or_one_second_later_is_another_document() {
    let job = job("skd", &skd(tamansari()));
    let first = sandbox().render_letter(&job).await.expect("a letter").bytes;
    let other_ident = LetterJob { ident: "letter 2".into(), ..job.clone() };
    let later = LetterJob { at: ISSUED_AT.plus_seconds(1), ..job.clone() };
    for other in [other_ident, later] {
        assert_ne!(sandbox().render_letter(&other).await.expect("a letter").bytes, first);
    }
}

#[test]
fn a_snapshot_reads_back_as_it_was_frozen() {
    for data in [sku(kampungmandar()), skd_of_a_newcomer(), super::draft(pindah(&FAMILY))] {
        let frozen = serde_json::to_vec(&data).expect("json");
        let thawed: LetterData = serde_json::from_slice(&frozen).expect("the same words");
        assert_eq!(thawed, data);
        assert_eq!(job("skd", &thawed).files, job("skd", &data).files);
    }
}

/// The child as somebody else would start it: how it ends and what it says, whole.
pub fn child(job: &LetterJob, folder: &str, zone: &str, locale: &str) -> Output {
    let names: Vec<&String> = job.files.keys().collect();
    let head = serde_json::json!({ "main": job.main, "names": names, "ident": job.ident, "at": job.at, "most_pages": job.most_pages })
        .to_string()
        .into_bytes();
    let mut child = Command::new(env!("CARGO_BIN_EXE_smart-kampung"))
        .args(["sandbox", "letter"])
        .current_dir(folder)
        .env("TZ", zone)
        .env("LC_ALL", locale)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let mut to_child = child.stdin.take().expect("a pipe");
    for piece in std::iter::once(&head).chain(job.files.values()) {
        to_child.write_all(&(piece.len() as u32).to_le_bytes()).and_then(|()| to_child.write_all(piece)).expect("written");
    }
    drop(to_child);
    child.wait_with_output().expect("an answer")
}
