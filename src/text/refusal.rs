use super::Lang;
use crate::access::{Code, Refusal};

/// What a refusal says to a person: what happened, and what to do now.
pub fn refusal_sentence(lang: Lang, refusal: &Refusal) -> String {
    let (id, en) = match refusal {
        Refusal::NotFound => ("Data ini tidak ada, atau bukan untuk akun Anda.", "This does not exist, or it is not for your account."),
        Refusal::SignIn => (
            "Sesi Anda sudah berakhir. Masuk lagi; isian Anda tetap tersimpan.",
            "Your session has ended. Sign in again; your answers are kept.",
        ),
        Refusal::StepUp => ("Tunjukkan lagi kode keamanan Anda untuk melanjutkan.", "Show your security code again to go on."),
        Refusal::Forbidden => ("Akun Anda tidak berwenang untuk ini.", "Your account may not do this."),
        Refusal::Invalid(_) => ("Ada isian yang perlu diperbaiki.", "Some answers need attention."),
        Refusal::Stale { .. } => (
            "Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi.",
            "Somebody else has just changed this. Reload and try again.",
        ),
        Refusal::Conflict(Code::NotWaiting) => {
            ("Permohonan ini tidak sedang menunggu petugas.", "This application is not waiting for an officer.")
        }
        Refusal::Conflict(Code::LetterRevoked) => (
            "Surat ini sudah dicabut atau diganti. Muat ulang untuk melihat keadaannya.",
            "This letter was revoked or replaced before. Reload to see how it stands.",
        ),
        Refusal::Conflict(Code::LetterHandedOver) => ("Surat ini sudah diserahkan kepada pemohon.", "This letter was handed over before."),
        Refusal::Conflict(Code::KeyReused) => {
            ("Formulir ini sudah pernah dikirim. Muat ulang halamannya.", "This form was sent before. Reload the page.")
        }
        Refusal::Conflict(Code::PhoneTaken) => ("Nomor HP ini sudah punya akun.", "This phone number already has an account."),
        Refusal::Conflict(Code::AlreadyStaff) => {
            ("Orang ini sudah menjadi pegawai kantor ini.", "This person already works for this office.")
        }
        Refusal::Conflict(Code::NotOneself) => {
            ("Hak sendiri tidak dapat diubah sendiri. Minta pejabat lain.", "Nobody changes their own rights. Ask another official.")
        }
        Refusal::TooMany { retry_after } => return too_many(lang, *retry_after),
        Refusal::Busy => (
            "Server sedang sibuk. Belum ada yang tersimpan; kirim lagi sebentar lagi.",
            "The server is busy. Nothing was saved yet; send it again in a moment.",
        ),
        Refusal::Internal(incident) => return internal(lang, &incident.to_string()),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
    .to_owned()
}

fn too_many(lang: Lang, seconds: u32) -> String {
    let minutes = seconds.div_ceil(60).to_string();
    match lang {
        Lang::Id => ["Terlalu sering mencoba. Coba lagi dalam ", &minutes, " menit."].concat(),
        Lang::En => ["Too many tries. Try again in ", &minutes, " minutes."].concat(),
    }
}

fn internal(lang: Lang, incident: &str) -> String {
    match lang {
        Lang::Id => ["Ada kesalahan di sisi kami; belum ada yang tersimpan. Kode kejadian: ", incident, "."].concat(),
        Lang::En => ["Something went wrong on our side; nothing was saved. Incident code: ", incident, "."].concat(),
    }
}
