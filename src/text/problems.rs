use crate::domain::{Lang, with_dots};
use crate::forms::{Card, ProblemCode};

/// What to do about a problem, in one plain sentence or two of at most 15 words together. `label` is
/// the question's label as it stands on the page.
pub fn problem_sentence(lang: Lang, code: ProblemCode, label: &str) -> String {
    let name = inside_a_sentence(label);
    match lang {
        Lang::Id => indonesian(code, &name),
        Lang::En => english(code, &name),
    }
}

fn indonesian(code: ProblemCode, name: &str) -> String {
    let number = |number: u32| number.to_string();
    match code {
        ProblemCode::Missing => ["Isi ", name, "."].concat(),
        ProblemCode::MissingChoice => ["Pilih ", name, "."].concat(),
        ProblemCode::MissingFile => ["Tambahkan ", name, "."].concat(),
        ProblemCode::TooLong { max } => ["Persingkat ", name, ". Paling banyak ", &number(max), " huruf."].concat(),
        ProblemCode::LongWord { max } => ["Beri spasi. Satu kata paling panjang ", &number(max), " huruf."].concat(),
        ProblemCode::Digits { need, have } => ["Isi ", &number(need), " angka. ", so_far(need, have), &number(have), "."].concat(),
        ProblemCode::NotDigits => ["Isi ", name, " dengan angka saja."].concat(),
        ProblemCode::CardDigits { card, have } => {
            let card = match card {
                Card::Ktp => "KTP",
                Card::Kk => "Kartu Keluarga",
            };
            ["Isi 16 angka sesuai ", card, ". ", so_far(16, have), &number(have), "."].concat()
        }
        ProblemCode::CardDate { card: Card::Ktp } => "Periksa angka ke-7 sampai ke-12. Tanggal lahir di dalamnya tidak ada.".to_owned(),
        ProblemCode::CardDate { card: Card::Kk } => "Periksa angka ke-7 sampai ke-12. Tanggal di dalamnya tidak ada.".to_owned(),
        ProblemCode::CardSerial => "Periksa empat angka terakhir. Angka 0000 tidak dipakai.".to_owned(),
        ProblemCode::NotAChoice => ["Pilih ", name, " dari daftar."].concat(),
        ProblemCode::Unprintable => "Pakai huruf, angka, dan tanda baca biasa. Hapus emoji.".to_owned(),
        ProblemCode::NotAName => "Isi nama dengan huruf saja, sesuai KTP.".to_owned(),
        ProblemCode::NotAPhone => "Isi nomor HP yang diawali 08, misalnya 0812 3456 7890.".to_owned(),
        ProblemCode::NotANumber => ["Isi ", name, " dengan angka bulat, misalnya 12."].concat(),
        ProblemCode::TooSmall { min } => ["Isi angka ", &with_dots(min), " atau lebih."].concat(),
        ProblemCode::TooLarge { max } => ["Isi angka paling besar ", &with_dots(max), "."].concat(),
        ProblemCode::NotAnAmount => "Isi jumlah rupiah dengan angka, misalnya 4.500.000.".to_owned(),
        ProblemCode::AmountTooSmall { min } => ["Isi paling sedikit Rp", &with_dots(min), "."].concat(),
        ProblemCode::AmountTooLarge { max } => ["Isi paling banyak Rp", &with_dots(max), "."].concat(),
        ProblemCode::Year { first, last } => ["Isi tahun antara ", &first.to_string(), " dan ", &last.to_string(), "."].concat(),
        ProblemCode::NotADay => "Isi hari, bulan, dan tahun, misalnya 5 Juni 1990.".to_owned(),
        ProblemCode::DayTooEarly { first } => ["Isi tanggal ", &first.in_words(Lang::Id), " atau sesudahnya."].concat(),
        ProblemCode::DayTooLate { last } => ["Isi tanggal ", &last.in_words(Lang::Id), " atau sebelumnya."].concat(),
        ProblemCode::NotATime => "Isi jam dan menit, misalnya 10.30.".to_owned(),
        ProblemCode::TooMany { max } => ["Kurangi isinya. Paling banyak ", &number(max), "."].concat(),
        ProblemCode::NotAFile => ["Unggah lagi ", name, "."].concat(),
        ProblemCode::PatternWithoutCode => "Tambahkan {kode}. Tanpa itu, dua buku memakai nomor yang sama.".to_owned(),
        ProblemCode::ListedTwice => "Orang ini sudah ada di daftar. Hapus salah satunya.".to_owned(),
        ProblemCode::SecondHead => "Satu KK mempunyai satu kepala keluarga. Ubah salah satunya di daftar keluarga.".to_owned(),
        ProblemCode::NoHead => "Kepala keluarga belum ada di daftar keluarga. Kembali, lalu lengkapi daftarnya.".to_owned(),
        ProblemCode::NobodyMoves => "Pilih Ya pada paling sedikit satu orang.".to_owned(),
        ProblemCode::RegisteredElsewhere => "Surat pindah dibuat kantor desa di KTP Anda. Mulai lagi di kantor itu.".to_owned(),
        ProblemCode::RegisteredHere => "Menurut KTP, Anda sudah terdaftar di kantor ini. Periksa alamat di KTP.".to_owned(),
        ProblemCode::SameAddress => "Alamat tujuan sama dengan alamat Anda sekarang. Isi alamat yang baru.".to_owned(),
        ProblemCode::NotASuccessor => "Isi nomor surat lain yang sah, untuk pemohon dan layanan yang sama.".to_owned(),
        ProblemCode::NotCorrected => "Kosongkan, atau pilih alasan Terbit surat yang dibetulkan.".to_owned(),
        ProblemCode::TimesOverlap => "Dua sesi bertabrakan. Ubah hari atau jam salah satunya.".to_owned(),
        ProblemCode::NotAnActivity => "Isi kode kegiatan seperti di APBDes, misalnya 04.03.01.".to_owned(),
        ProblemCode::NotATest => "Tulis soal, lalu 2 sampai 5 pilihan. Satu yang benar diawali tanda *.".to_owned(),
        ProblemCode::NotALink => ["Salin alamat halaman ", name, ", yang diawali https://."].concat(),
        ProblemCode::LinkNotHere => "Hapus alamat situs dari isian ini. Tautan punya isian sendiri.".to_owned(),
        ProblemCode::NotAPin => "Salin titik dari peta, contoh: -8.2192, 114.3691.".to_owned(),
        ProblemCode::NotTicked => ["Centang: ", name, "."].concat(),
        ProblemCode::ReviewsThere => "Minta BPM Pemdes dulu memberi kantor Anda di kecamatan itu kepada pemeriksa lain.".to_owned(),
        ProblemCode::NotAPattern => "Pola nomor harus memuat {urut} dan {tahun}. Lihat contohnya.".to_owned(),
        ProblemCode::NotAPicture => "Pilih foto JPEG, PNG, atau WebP. Berkas lain tidak bisa dibaca.".to_owned(),
        ProblemCode::PictureTooBig { max_mb } => ["Berkas terlalu besar. Pilih yang di bawah ", &number(max_mb), " MB."].concat(),
        ProblemCode::PictureDamaged => "Foto ini tidak bisa dibaca. Ambil foto baru.".to_owned(),
        ProblemCode::NotATable => "Pilih berkas XLSX, atau CSV dalam UTF-8. Berkas lain tidak bisa dibaca.".to_owned(),
        ProblemCode::TableUnreadable => "Berkas ini tidak dapat dibaca. Simpan lagi sebagai XLSX.".to_owned(),
        ProblemCode::TooManyRows { max } => ["Bagi menjadi beberapa berkas. Paling banyak ", &with_dots(max.into()), " baris."].concat(),
        ProblemCode::Repeated => ["Isian ", name, " terkirim dua kali. Muat ulang halaman ini."].concat(),
        ProblemCode::WrongCode => "Kode tidak cocok, atau sudah tidak berlaku. Periksa lagi atau minta kode baru.".to_owned(),
        ProblemCode::UnknownLabel => "Kode ini tidak dikenal di sini, atau bukan yang diminta. Periksa lagi.".to_owned(),
        ProblemCode::WrongSignIn => "Nomor, kata sandi, atau kode tidak cocok. Periksa lagi semuanya.".to_owned(),
        ProblemCode::TooShort { min } => ["Isi paling sedikit ", &number(min), " huruf atau angka."].concat(),
        ProblemCode::CommonPassword => "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan.".to_owned(),
    }
}

fn english(code: ProblemCode, name: &str) -> String {
    let number = |number: u32| number.to_string();
    match code {
        ProblemCode::Missing => ["Enter ", name, "."].concat(),
        ProblemCode::MissingChoice => ["Choose ", name, "."].concat(),
        ProblemCode::MissingFile => ["Add ", name, "."].concat(),
        ProblemCode::TooLong { max } => ["Shorten ", name, ". At most ", &number(max), " characters."].concat(),
        ProblemCode::LongWord { max } => ["Add a space. One word has at most ", &number(max), " letters."].concat(),
        ProblemCode::Digits { need, have } => ["Enter ", &number(need), " digits. You have entered ", &number(have), "."].concat(),
        ProblemCode::NotDigits => ["Enter ", name, " with digits only."].concat(),
        ProblemCode::CardDigits { card, have } => {
            let card = match card {
                Card::Ktp => "identity card (KTP)",
                Card::Kk => "family card (KK)",
            };
            ["Enter the 16 digits of your ", card, ". You have entered ", &number(have), "."].concat()
        }
        ProblemCode::CardDate { card: Card::Ktp } => "Check digits 7 to 12. There is no such birthday.".to_owned(),
        ProblemCode::CardDate { card: Card::Kk } => "Check digits 7 to 12. There is no such date.".to_owned(),
        ProblemCode::CardSerial => "Check the last four digits. 0000 is not used.".to_owned(),
        ProblemCode::NotAChoice => ["Choose ", name, " from the list."].concat(),
        ProblemCode::Unprintable => "Use plain letters, digits and punctuation. Remove emoji.".to_owned(),
        ProblemCode::NotAName => "Enter the name in letters only, as on the KTP.".to_owned(),
        ProblemCode::NotAPhone => "Enter an Indonesian mobile number, for example 0812 3456 7890.".to_owned(),
        ProblemCode::NotANumber => ["Enter ", name, " as a whole number, for example 12."].concat(),
        ProblemCode::TooSmall { min } => ["Enter ", &with_dots(min), " or more."].concat(),
        ProblemCode::TooLarge { max } => ["Enter at most ", &with_dots(max), "."].concat(),
        ProblemCode::NotAnAmount => "Enter the amount in rupiah with digits, for example 4.500.000.".to_owned(),
        ProblemCode::AmountTooSmall { min } => ["Enter at least Rp", &with_dots(min), "."].concat(),
        ProblemCode::AmountTooLarge { max } => ["Enter at most Rp", &with_dots(max), "."].concat(),
        ProblemCode::Year { first, last } => ["Enter a year from ", &first.to_string(), " to ", &last.to_string(), "."].concat(),
        ProblemCode::NotADay => "Enter day, month and year, for example 5 June 1990.".to_owned(),
        ProblemCode::DayTooEarly { first } => ["Enter ", &first.in_words(Lang::En), " or a later date."].concat(),
        ProblemCode::DayTooLate { last } => ["Enter ", &last.in_words(Lang::En), " or an earlier date."].concat(),
        ProblemCode::NotATime => "Enter hour and minute, for example 10.30.".to_owned(),
        ProblemCode::TooMany { max } => ["Remove some. At most ", &number(max), "."].concat(),
        ProblemCode::NotAFile => ["Upload ", name, " again."].concat(),
        ProblemCode::PatternWithoutCode => "Add {kode}. Without it two books would use the same numbers.".to_owned(),
        ProblemCode::ListedTwice => "This person is in the list already. Remove one of the two.".to_owned(),
        ProblemCode::SecondHead => "A family card has one head. Change one of the two in the family list.".to_owned(),
        ProblemCode::NoHead => "The head of the family is missing. Go back and complete the list.".to_owned(),
        ProblemCode::NobodyMoves => "Choose Yes for at least one person.".to_owned(),
        ProblemCode::RegisteredElsewhere => "The village on your KTP makes this letter. Begin again at that office.".to_owned(),
        ProblemCode::RegisteredHere => "By your KTP you are registered at this office already. Check that address.".to_owned(),
        ProblemCode::SameAddress => "The new address is your present one. Enter the new address.".to_owned(),
        ProblemCode::NotASuccessor => "Enter the number of another valid letter, of the same person and service.".to_owned(),
        ProblemCode::NotCorrected => "Leave this empty, or choose the reason for a corrected letter.".to_owned(),
        ProblemCode::TimesOverlap => "Two sessions overlap. Change the day or time of one.".to_owned(),
        ProblemCode::NotAnActivity => "Enter the activity code of the budget, for example 04.03.01.".to_owned(),
        ProblemCode::NotATest => "Write a question, then 2 to 5 choices. The right one begins with *.".to_owned(),
        ProblemCode::NotALink => ["Copy the address of the page at ", name, ". It begins with https://."].concat(),
        ProblemCode::LinkNotHere => "Remove the web address from here. Links have fields of their own.".to_owned(),
        ProblemCode::NotAPin => "Copy the place from a map, for example -8.2192, 114.3691.".to_owned(),
        ProblemCode::NotTicked => ["Tick: ", name, "."].concat(),
        ProblemCode::ReviewsThere => "Ask BPM first to give your offices in that kecamatan to somebody else.".to_owned(),
        ProblemCode::NotAPattern => "The pattern needs {urut} and {tahun}. See the example.".to_owned(),
        ProblemCode::NotAPicture => "Choose a JPEG, PNG or WebP photo. Other files cannot be read.".to_owned(),
        ProblemCode::PictureTooBig { max_mb } => ["The file is too large. Choose one below ", &number(max_mb), " MB."].concat(),
        ProblemCode::PictureDamaged => "This photo cannot be read. Take a new one.".to_owned(),
        ProblemCode::NotATable => "Choose an XLSX file, or a CSV file in UTF-8.".to_owned(),
        ProblemCode::TableUnreadable => "This file cannot be read. Save it as XLSX once more.".to_owned(),
        ProblemCode::TooManyRows { max } => ["Split it into several files. At most ", &with_dots(max.into()), " rows."].concat(),
        ProblemCode::Repeated => ["We received ", name, " twice. Reload this page."].concat(),
        ProblemCode::WrongCode => "The code is wrong or no longer valid. Check it or ask again.".to_owned(),
        // Asked by offices alone, in Indonesian.
        ProblemCode::UnknownLabel => "Check this code.".to_owned(),
        ProblemCode::WrongSignIn => "Number, password or code is wrong. Please check all of them.".to_owned(),
        ProblemCode::TooShort { min } => ["Enter at least ", &number(min), " characters."].concat(),
        ProblemCode::CommonPassword => "This password is easy to guess. Use several words without a connection.".to_owned(),
    }
}

const fn so_far(need: u32, have: u32) -> &'static str {
    if have < need { "Baru terisi " } else { "Terisi " }
}

/// "Nama usaha" becomes "nama usaha"; "NIK", "P-IRT" and "WhatsApp" stay, and what stands behind a row's number
/// ("Anggota keluarga 2: NIK") too. A question mark at the end goes.
fn inside_a_sentence(label: &str) -> String {
    let label = label.trim_end_matches(['?', ' ']);
    let mut letters = label.chars();
    let first = letters.next();
    let is_a_name = letters.as_str().chars().take_while(|letter| *letter != ' ').any(|letter| letter.is_ascii_uppercase());
    match first {
        Some(first) if !is_a_name => [&first.to_ascii_lowercase().to_string(), letters.as_str()].concat(),
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::testing::every_problem_code;

    #[test]
    fn every_problem_is_said_in_at_most_15_words() {
        for code in every_problem_code() {
            for lang in Lang::ALL {
                let sentence = problem_sentence(lang, code, "Nama usaha");
                assert!(sentence.split_whitespace().count() <= 15, "{sentence}");
                assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{sentence}");
            }
        }
    }

    #[test]
    fn a_short_nik_is_told_how_many_digits_it_has() {
        let say = |have| problem_sentence(Lang::Id, ProblemCode::CardDigits { card: Card::Ktp, have }, "NIK");
        assert_eq!(say(15), "Isi 16 angka sesuai KTP. Baru terisi 15.");
        assert_eq!(say(17), "Isi 16 angka sesuai KTP. Terisi 17.");
    }

    #[test]
    fn a_label_is_written_small_inside_a_sentence_and_an_abbreviation_stays() {
        let say = |label| problem_sentence(Lang::Id, ProblemCode::Missing, label);
        assert_eq!(say("Nama usaha"), "Isi nama usaha.");
        assert_eq!(say("NIK"), "Isi NIK.");
        assert_eq!((say("WhatsApp toko"), say("P-IRT")), ("Isi WhatsApp toko.".to_owned(), "Isi P-IRT.".to_owned()));
        assert_eq!(say("Sejak kapan Anda tinggal di sini?"), "Isi sejak kapan Anda tinggal di sini.");
        assert_eq!(say(""), "Isi .");
    }
}
