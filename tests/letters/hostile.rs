//! Answers and templates that mean ill.

use std::time::{Duration, Instant};

use smart_kampung::domain::printable;
use smart_kampung::features::letters::{Answer, LetterData};
use smart_kampung::server::sandbox::{LetterJob, LetterRefusal};

use super::paper::words;
use super::sameness::child;
use super::villagers::*;
use super::{render, sandbox};

/// Everything that means something to typst, JSON, HTML, a shell or a database.
const MARKUP: [&str; 14] = [
    "#panic(\"x\")",
    "#read(\"/etc/passwd\")",
    "$ x^2 $",
    "*tebal* _miring_ `kode`",
    "= Judul",
    "- butir",
    "// komentar",
    "/* tutup",
    "\\ \\u{1F600}",
    "<label> @rujuk",
    "#import \"@preview/x:1.0.0\"",
    "\"]} #[",
    "'; DROP TABLE letter; --",
    "<script>alert(1)</script>",
];

#[tokio::test]
async fn markup_in_an_answer_prints_literally() {
    for markup in MARKUP {
        assert_eq!(printable::line(markup).as_deref(), Ok(markup), "a form would let it through");
        let mut data = sku(tamansari());
        data.person.name = markup.into();
        data.person.address = markup.into();
        data.signer.official.name = markup.into();
        for name in ["nama_usaha", "alamat_usaha", "keperluan", "bank"] {
            data.answers.insert(name.into(), Answer::text(markup));
        }
        // A line may break after a slash or a dash, and Poppler takes a dash there for a hyphen and drops it.
        let bare = |text: &str| text.replace([' ', '-'], "");
        let said = bare(&words(&render("sku-markup", "sku", &data).await));
        let markup = bare(markup);
        assert!(said.matches(&markup).count() >= 6, "{markup:?} in {said}");
        assert!(said.contains(&markup.to_uppercase()), "{markup:?} as a name in {said}");
    }
}

#[tokio::test]
async fn whatever_a_form_lets_through_can_be_printed() {
    let letters: String =
        (' '..=char::MAX).filter(|letter| printable::line(&format!("a{letter}a")).is_ok_and(|line| line.contains(*letter))).collect();
    let mut words: Vec<String> = letters.chars().collect::<Vec<_>>().chunks(30).map(|chunk| chunk.iter().collect()).collect();
    words.push("Kemire\u{300}n".into());
    for data in [skd(tamansari()), skd(kampungmandar())] {
        for word in &words {
            let mut data = data.clone();
            data.person.name = word.clone();
            data.answers.insert("keperluan".into(), Answer::text(word));
            render("skd-huruf", "skd", &data).await;
        }
    }
}

#[tokio::test]
async fn what_no_face_can_show_is_refused_by_name() {
    for unprintable in ["Warung 😀", "محمد", "बाली", "\u{E000}"] {
        let mut data = skd(tamansari());
        data.answers.insert("keperluan".into(), Answer::text(unprintable));
        assert_eq!(sandbox().render_letter(&job("skd", &data)).await, Err(LetterRefusal::Unprintable), "{unprintable}");
    }
}

/// Typst counts the turns of `while` and stops them; a `for` it believes to end.
const ENDLESS: &str = "#for i in range(30000) { for j in range(30000) { let x = i * j } }";

fn with_template(source: &str) -> LetterJob {
    let mut job = job("skd", &skd(tamansari()));
    job.files.insert(job.main.clone(), source.as_bytes().to_vec());
    job
}

async fn refusal(source: &str) -> (LetterRefusal, Duration) {
    let begun = Instant::now();
    let refusal = sandbox().render_letter(&with_template(source)).await.expect_err(source);
    (refusal, begun.elapsed())
}

#[tokio::test]
async fn an_edited_template_reads_nothing_but_its_own_files() {
    for source in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../etc/passwd\")",
        "#image(\"/proc/self/exe\")",
        "#import \"@preview/cetz:0.4.0\"",
        "#import \"lain.typ\"",
        "#plugin(\"x.wasm\")",
        "#json(\"/data.json\").rahasia",
        "#let f(x) = f(x + 1)\n#f(0)",
        "#while true {}",
        "#nama_yang_tidak_ada",
    ] {
        let (refusal, _) = refusal(source).await;
        assert!(matches!(refusal, LetterRefusal::Template(_)), "{source}: {refusal:?}");
    }
}

#[tokio::test]
async fn a_template_without_end_is_stopped() {
    let (endless, took) = refusal(ENDLESS).await;
    assert_eq!(endless, LetterRefusal::TooHeavy);
    // The clock on the wall strikes at three seconds, before five of processor time are used up.
    assert!(took < Duration::from_millis(4_500), "{took:?}");
    let (greedy, _) = refusal("#let s = \"x\" * 1000000\n#let a = ()\n#for i in range(100000) { a.push(s + str(i)) }").await;
    // Where memory ends decides whether the process or only the typesetter gives up.
    assert!(matches!(greedy, LetterRefusal::TooHeavy | LetterRefusal::Template(_)), "{greedy:?}");
}

#[test]
fn a_child_without_a_parent_ends_by_itself() {
    let begun = Instant::now();
    let ended = child(&with_template(ENDLESS), "/", "UTC", "C").status;
    assert_eq!(ended.code(), None, "ended by a signal: {ended:?}");
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_letter_of_too_many_pages_is_refused() {
    let source = "#set document(title: \"x\")\n#for i in range(25) { [x]; pagebreak() }";
    assert_eq!(refusal(source).await.0, LetterRefusal::TooManyPages { pages: 26 });
}

#[tokio::test]
async fn a_letter_that_was_refused_leaves_the_next_one_alone() {
    let data: LetterData = skd(tamansari());
    refusal("#panic(\"x\")").await;
    render("skd-desa", "skd", &data).await;
}
