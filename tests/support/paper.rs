//! Reading a letter as a person would: the words of each page, with Poppler, which `./dev setup` installs.

use std::io::Write;
use std::process::{Command, Stdio};

use smart_kampung::server::sandbox::{LetterJob, Pdf};

/// The words of each page in the order in which they are read, with single spaces.
pub fn pages(pdf: &Pdf) -> Vec<String> {
    let text = poppler("pdftotext", &["-enc", "UTF-8", "-", "-"], &pdf.bytes);
    let text = String::from_utf8(text).expect("UTF-8");
    text.trim_end_matches('\u{c}').split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The lines in the order in which they are written, which is that of the tags and of a screen reader.
pub fn lines(pdf: &Pdf) -> String {
    let text = String::from_utf8(poppler("pdftotext", &["-raw", "-enc", "UTF-8", "-", "-"], &pdf.bytes)).expect("UTF-8");
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// All pages in one line.
pub fn words(pdf: &Pdf) -> String {
    pages(pdf).join(" ")
}

/// What `pdfinfo` says.
pub fn facts(pdf: &Pdf) -> String {
    String::from_utf8(poppler("pdfinfo", &["-"], &pdf.bytes)).expect("UTF-8")
}

/// The tags in reading order, as `pdfinfo` indents them.
pub fn structure(pdf: &Pdf) -> String {
    // Titles come in the encoding of the PDF, whatever is asked for.
    String::from_utf8_lossy(&poppler("pdfinfo", &["-struct", "-"], &pdf.bytes)).into_owned()
}

/// Every word with its right edge, in points.
pub fn right_edges(pdf: &Pdf) -> Vec<(f64, String)> {
    let boxes = String::from_utf8(poppler("pdftotext", &["-bbox", "-", "-"], &pdf.bytes)).expect("UTF-8");
    let word = |line: &str| {
        let edge = line.split("xMax=\"").nth(1)?.split('"').next()?.parse().ok()?;
        Some((edge, line.split('>').nth(1)?.split('<').next()?.to_owned()))
    };
    boxes.lines().filter(|line| line.contains("<word ")).filter_map(word).collect()
}

fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> Vec<u8> {
    let mut child =
        Command::new(tool).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("Poppler");
    let mut stdin = child.stdin.take().expect("a pipe");
    let pdf = pdf.to_vec();
    let feed = std::thread::spawn(move || stdin.write_all(&pdf));
    let output = child.wait_with_output().expect("an end");
    feed.join().expect("a thread").expect("all read");
    output.stdout
}

/// Keeps the letters of a test run to look at: `KEEP_LETTERS=folder cargo test --test whole letters`.
pub fn keep(name: &str, pdf: &Pdf, job: &LetterJob) {
    let Some(folder) = std::env::var_os("KEEP_LETTERS").map(std::path::PathBuf::from) else { return };
    std::fs::write(folder.join(format!("{name}.pdf")), &pdf.bytes).expect("kept");
    std::fs::write(folder.join(format!("{name}.json")), &job.files["data.json"]).expect("kept");
}
