//! Letters as PDF, set by real child processes and read again from the paper.

#[path = "letters/certificate.rs"]
mod certificate;
#[path = "letters/f103.rs"]
mod f103;
#[path = "letters/facsimile.rs"]
mod facsimile;
#[path = "letters/form.rs"]
mod form;
#[path = "letters/hostile.rs"]
mod hostile;
#[path = "letters/made_up.rs"]
mod made_up;
#[path = "support/paper.rs"]
pub mod paper;
#[path = "letters/sameness.rs"]
mod sameness;
#[path = "support/villagers.rs"]
pub mod villagers;
#[path = "letters/wording.rs"]
mod wording;

use paper::keep;
use smart_kampung::features::letters::{LetterData, Paper, PaperSize, Stage};
use smart_kampung::server::sandbox::{Pdf, Sandbox};
use villagers::job;

fn sandbox() -> Sandbox {
    Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"))
}

/// The letter as a PDF; kept under its name when a folder for it is given.
async fn render(name: &str, service: &str, data: &LetterData) -> Pdf {
    let job = job(service, data);
    let pdf = sandbox().render_letter(&job).await.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    keep(name, &pdf, &job);
    pdf
}

fn draft(data: LetterData) -> LetterData {
    LetterData { stage: Stage::Draft, ..data }
}

fn on_f4(data: LetterData) -> LetterData {
    LetterData { paper: Paper { size: PaperSize::F4, ..data.paper }, ..data }
}
