use super::conflict::conflict;
use super::{Lang, problem_sentence};
use crate::access::Refusal;

/// What a refusal says to a person: what happened, and what to do now.
pub fn refusal_sentence(lang: Lang, refusal: &Refusal) -> String {
    let (id, en) = match refusal {
        Refusal::NotFound => ("Data ini tidak ada, atau bukan untuk akun Anda.", "This does not exist, or it is not for your account."),
        Refusal::SignIn => ("Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan.", "Your session has ended. Sign in again to go on."),
        Refusal::StepUp => ("Tunjukkan lagi kode keamanan Anda untuk melanjutkan.", "Show your security code again to go on."),
        Refusal::Forbidden => ("Akun Anda tidak berwenang untuk ini.", "Your account may not do this."),
        Refusal::Invalid(_) => ("Ada isian yang perlu diperbaiki.", "Some answers need attention."),
        Refusal::Stale { .. } => (
            "Data ini baru saja diubah orang lain. Periksa yang tersimpan sekarang, lalu kirim lagi.",
            "Somebody else has just changed this. Look at what is stored now, then send it again.",
        ),
        Refusal::Conflict(code) => conflict(*code),
        Refusal::Told(sentence) => return sentence.clone(),
        Refusal::TooMany { retry_after } => return too_many(lang, *retry_after),
        Refusal::Busy => (
            "Server sedang sibuk. Kirim lagi sebentar lagi; yang sama tidak tersimpan dua kali.",
            "The server is busy. Send it again in a moment; the same is not saved twice.",
        ),
        Refusal::Internal(incident) => return internal(lang, &incident.to_string()),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
    .to_owned()
}

/// The same about one thing: its own problem first, in words that name it.
pub fn refusal_about(lang: Lang, refusal: &Refusal, label: &str) -> String {
    match refusal {
        Refusal::Invalid(problems) => match problems.iter().next() {
            Some(problem) => problem_sentence(lang, problem.code, label),
            None => refusal_sentence(lang, refusal),
        },
        other => refusal_sentence(lang, other),
    }
}

fn too_many(lang: Lang, seconds: u32) -> String {
    let minutes = seconds.div_ceil(60).to_string();
    match lang {
        Lang::Id => ["Terlalu sering mencoba. Coba lagi dalam ", &minutes, " menit."].concat(),
        Lang::En if minutes == "1" => "Too many tries. Try again in 1 minute.".to_owned(),
        Lang::En => ["Too many tries. Try again in ", &minutes, " minutes."].concat(),
    }
}

fn internal(lang: Lang, incident: &str) -> String {
    match lang {
        Lang::Id => ["Ada kesalahan di sisi kami; belum ada yang tersimpan. Kode kejadian: ", incident, "."].concat(),
        Lang::En => ["Something went wrong on our side; nothing was saved. Incident code: ", incident, "."].concat(),
    }
}
