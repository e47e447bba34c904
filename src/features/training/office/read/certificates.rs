//! `/kantor/pelatihan/{id}/sertifikat`: who was at every session, what is signed, and the printer's file.

use crate::access::{ActName, Decision, Refusal};
use crate::domain::TrainingId;
use crate::features::letters::{CertificateSheets, Reason, State as LetterState, StoredLetter};
use crate::features::offices::{profile, what_is_missing};
use crate::features::training::certifying::{certified, stands};
use crate::features::training::office::Desk;
use crate::features::training::office::desk::kind_of;
use crate::features::training::office::doors::page_of;
use crate::features::training::office::drawn::certificates::{CertificatesFigure, HolderFigure, certificates as draw};
use crate::features::training::office::views::TrainingDeskView;
use crate::features::training::{Enrolment, State, store};
use crate::forms::Choice;
use crate::ui::{MarkView, NoteView, Way, mark, note, way};

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn certificates(desk: &Desk, id: TrainingId, result: &str) -> Result<TrainingDeskView, Refusal> {
    let scope = desk.scope().await?;
    let training = store::training(&scope, id).await?;
    let all = certified(&scope, id).await?;
    let kept = profile(&scope).await?;
    drop(scope);
    // A head without a fresh second factor may sign: it is asked for in the form.
    let signs = matches!(desk.decide(ActName::SignCertificate), Decision::Allow | Decision::StepUp);
    let missing = !what_is_missing(&kept.profile, kind_of(desk.office())?).is_empty();
    let waiting = all.iter().filter(|(_, letter)| letter.is_none()).count();
    let standing = all.iter().filter(|(_, letter)| stands(letter.as_ref())).count();
    let here = [&page_of(id), "/sertifikat"].concat();
    let figure = CertificatesFigure {
        id,
        lede: lede(&training.state, all.len(), waiting),
        note: (missing && matches!(training.state, State::Finished) && waiting > 0).then(no_letterhead),
        prints: prints(&here, standing),
        signs: signs && !missing && waiting > 0,
        waiting,
        holders: all.iter().map(|(enrolment, letter)| holder(enrolment, letter.as_ref(), signs && !missing)).collect(),
        reasons: reasons(),
        asks_code: !desk.stepped_up(),
        here,
        key: desk.key(),
    };
    let mut view = desk.page(Some(way(page_of(id), training.outline.title.clone())), "Sertifikat", draw(figure));
    view.result = told(result);
    Ok(view)
}

/// The printer's files: one, or as many as it takes.
fn prints(here: &str, standing: usize) -> Vec<Way> {
    let parts = standing.div_ceil(CertificateSheets::MOST);
    let print = |part: usize| {
        let (before, last) = ((part - 1) * CertificateSheets::MOST, (part * CertificateSheets::MOST).min(standing));
        let words =
            if parts == 1 { "Cetak semua sertifikat (PDF)".to_owned() } else { format!("Cetak sertifikat {}-{last} (PDF)", before + 1) };
        way(format!("{here}.pdf?bagian={part}"), words)
    };
    (1..=parts).map(print).collect()
}

fn lede(state: &State, all: usize, waiting: usize) -> String {
    match state {
        State::Draft | State::Open => {
            "Sertifikat ditandatangani setelah pelatihan diselesaikan, untuk yang hadir di semua sesi.".to_owned()
        }
        State::Cancelled { .. } => "Pelatihan ini dibatalkan, jadi tidak ada sertifikatnya.".to_owned(),
        State::Finished if all == 0 => "Tidak ada peserta yang hadir di semua sesi.".to_owned(),
        State::Finished if waiting == 0 => format!("{all} peserta hadir di semua sesi. Tidak ada sertifikat yang menunggu tanda tangan."),
        State::Finished => format!("{all} peserta hadir di semua sesi. {waiting} sertifikat menunggu tanda tangan kepala."),
    }
}

fn no_letterhead() -> NoteView {
    NoteView {
        way: Some(way("/kantor/pengaturan", "Lengkapi di Pengaturan")),
        ..note("you", "alert-triangle", "Kop surat belum lengkap", "Sertifikat baru dapat ditandatangani setelah kop suratnya lengkap.")
    }
}

fn holder(enrolment: &Enrolment, letter: Option<&StoredLetter>, signs: bool) -> HolderFigure {
    let revoked = letter.is_some_and(|letter| matches!(letter.letter.state, LetterState::Revoked { .. }));
    HolderFigure {
        id: enrolment.id,
        name: enrolment.name.as_str().to_owned(),
        number: letter.map(|letter| letter.letter.number.to_string()).unwrap_or_default(),
        mark: standing(letter),
        revokes: letter.filter(|_| signs && stands(letter)).map(|letter| letter.letter.id),
        signs_anew: signs && revoked,
    }
}

fn standing(letter: Option<&StoredLetter>) -> MarkView {
    match letter.map(|letter| &letter.letter.state) {
        None => mark("you", "pencil", "Belum ditandatangani"),
        Some(LetterState::Issued) => mark("done", "circle-check", "Terbit"),
        Some(LetterState::Revoked { .. }) => mark("stop", "x", "Dicabut"),
    }
}

/// Without "corrected": a certificate that is signed anew is another one.
fn reasons() -> Vec<Choice> {
    let words = |reason| match reason {
        Reason::WrongContent => Some("Isinya keliru"),
        Reason::UntrueStatement => Some("Kehadirannya tidak benar"),
        Reason::HolderAsked => Some("Diminta pemegangnya"),
        Reason::NoLongerTrue | Reason::Corrected => None,
    };
    let choice = |reason: Reason| Some(Choice { code: reason.code().to_owned(), label: words(reason)?.to_owned(), of: None });
    Reason::ALL.into_iter().filter_map(choice).collect()
}

/// The address carries a word of a list, or a count, never a sentence.
fn told(code: &str) -> Option<String> {
    match code {
        "dicabut" => Some("Sertifikat dicabut. Siapa pun yang memeriksanya langsung tahu.".to_owned()),
        "ulang" => Some("Sertifikat ditandatangani ulang dengan nomor baru.".to_owned()),
        "0" => Some("Semua sertifikat sudah ditandatangani.".to_owned()),
        count => count.parse::<u32>().ok().map(|count| format!("{count} sertifikat ditandatangani. Nomornya tercatat di buku register.")),
    }
}
