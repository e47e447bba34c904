use crate::domain::Lang;

pub struct SkillWords {
    /// Above what visitors see, and under it.
    pub shown: &'static str,
    pub shown_hint: &'static str,
    pub check: &'static str,
    /// The same at the seller's desk.
    pub title: &'static str,
    pub agreed: &'static str,
    pub none: &'static str,
    pub find: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
    pub shown_now: &'static str,
    pub hidden_now: &'static str,
}

static ID: SkillWords = SkillWords {
    shown: "Pelatihan yang diikuti",
    shown_hint: "Penjual hadir di semua sesinya. Siapa saja bisa memeriksa sertifikatnya.",
    check: "Periksa sertifikat",
    title: "Pelatihan di halaman toko",
    agreed: "Halaman toko hanya menampilkan yang Anda setujui: nama pelatihan, tahunnya, dan tautan untuk memeriksa sertifikatnya. \
             Halaman pemeriksaan menyebut nomor, tanggal, tempat, dan nama Anda yang disamarkan, misalnya S*** A*****.",
    none: "Belum ada sertifikat atas akun Anda. Sertifikat terbit setelah Anda hadir di semua sesi sebuah pelatihan. \
           Yang dicatat petugas tanpa akun tidak tampil di sini.",
    find: "Cari pelatihan",
    on: "Tampil di halaman toko",
    off: "Tidak ditampilkan",
    show: "Tampilkan",
    hide: "Jangan tampilkan lagi",
    shown_now: "Halaman toko sekarang menampilkan pelatihan ini.",
    hidden_now: "Halaman toko tidak lagi menampilkan pelatihan ini.",
};

static EN: SkillWords = SkillWords {
    shown: "Trainings attended",
    shown_hint: "The seller was at every session. Anybody can check the certificate.",
    check: "Check the certificate",
    title: "Trainings on the shop page",
    agreed: "The shop page shows only what you agree to: the name of the training, its year, and a link to check the certificate. \
             The page that checks it says its number, dates, place, and your name with all but its first letters hidden, such as S*** A*****.",
    none: "There is no certificate for your account yet. One is signed once you have been at every session of a training. \
           What an officer wrote down without an account is not shown here.",
    find: "Find a training",
    on: "Shown on the shop page",
    off: "Not shown",
    show: "Show",
    hide: "Show it no more",
    shown_now: "The shop page shows this training now.",
    hidden_now: "The shop page shows this training no more.",
};

pub fn words(lang: Lang) -> &'static SkillWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
