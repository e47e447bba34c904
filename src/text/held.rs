//! The words of what only the server says: where no page of ours can be drawn, and what a colleague has stored.

pub struct HeldWords {
    pub cut_title: &'static str,
    pub cut: &'static str,
    pub unread_title: &'static str,
    pub unread: &'static str,
    pub ended_title: &'static str,
    pub ended_held: &'static str,
    pub ended_file: &'static str,
    pub ended_link: &'static str,
    pub busy_title: &'static str,
    pub busy_held: &'static str,
    pub elsewhere_title: &'static str,
    pub elsewhere_held: &'static str,
    pub send_again: &'static str,
    pub stored: &'static str,
}

pub const ID: HeldWords = HeldWords {
    cut_title: "Kiriman terputus",
    cut: "Sambungan putus sebelum semuanya sampai. Belum ada yang tersimpan; muat ulang halaman ini untuk mengirimnya lagi.",
    unread_title: "Kiriman ini tidak bisa dibaca",
    unread: "Buka halamannya dari sini, isi formulirnya, lalu kirim. Belum ada yang tersimpan.",
    ended_title: "Sesi Anda sudah berakhir",
    ended_held: "Isian Anda masih ada di halaman ini. Masuk lagi di tab baru, kembali ke sini, lalu tekan Kirim lagi.",
    ended_file: "Masuk lagi di tab baru, kembali ke sini, lalu muat ulang halaman ini. Kiriman Anda dikirim sekali lagi.",
    ended_link: "Masuk lagi di tab baru",
    busy_title: "Server sedang sibuk",
    busy_held: "Isian Anda masih ada di halaman ini. Tunggu sebentar, lalu tekan Kirim lagi; yang sama tidak tersimpan dua kali. Yang sudah kami terima tetap aman.",
    elsewhere_title: "Isian ini bukan untuk akun yang sedang masuk",
    elsewhere_held: "Isian itu masih ada di halaman ini. Masuk dengan akun yang tadi di tab baru, kembali ke sini, lalu tekan Kirim lagi.",
    send_again: "Kirim lagi",
    stored: "Yang tersimpan sekarang: ",
};

pub const EN: HeldWords = HeldWords {
    cut_title: "The line was cut",
    cut: "The connection broke before all of it arrived. Nothing was saved; reload this page to send it again.",
    unread_title: "This could not be read",
    unread: "Open the page from here, fill in its form and send it. Nothing was saved.",
    ended_title: "Your session has ended",
    ended_held: "Your answers are still on this page. Sign in again in a new tab, come back here and press Send again.",
    ended_file: "Sign in again in a new tab, come back here and reload this page. It is then sent once more.",
    ended_link: "Sign in again in a new tab",
    busy_title: "The server is busy",
    busy_held: "Your answers are still on this page. Wait a moment and press Send again; the same is not saved twice. What we have received is safe.",
    elsewhere_title: "This is not for the account that is signed in",
    elsewhere_held: "The answers are still on this page. Sign in with the account of before in a new tab, come back here and press Send again.",
    send_again: "Send again",
    stored: "Stored now: ",
};
