//! Why a record refuses, in words: all of them, which the server has.

use super::conflict_words::{ANOTHER_ACCOUNT, KEY_REUSED, Sentence, TOO_MUCH};
use super::{Lang, refusal_sentence};
use crate::access::{Code, Refusal};

/// What a browser is told: the sentence, where it does not know it by itself.
pub fn told(lang: Lang, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Conflict(Code::KeyReused | Code::AnotherAccount | Code::TooMuch) => refusal,
        Refusal::Conflict(_) => Refusal::Told(refusal_sentence(lang, &refusal)),
        other => other,
    }
}

/// What stands in the way, and what to do now.
pub const fn conflict(code: Code) -> Sentence {
    match code {
        Code::KeyReused => KEY_REUSED,
        Code::AnotherAccount => ANOTHER_ACCOUNT,
        Code::TooMuch => TOO_MUCH,
        Code::EndsHere => {
            ("Surat ini selesai di kantor. Tidak ada yang diteruskan.", "This letter ends at the office. Nothing is passed on.")
        }
        Code::NotForwarded => {
            ("Catat dulu bahwa berkasnya sudah diteruskan ke Dukcapil.", "Note first that the papers have been passed on to Dukcapil.")
        }
        Code::NoSkpwni => (
            "Pindah di dalam Banyuwangi tidak memakai SKPWNI. Dukcapil langsung menerbitkan KK baru.",
            "A move within Banyuwangi has no SKPWNI. Dukcapil issues the new KK at once.",
        ),
        Code::NotWaiting => ("Permohonan ini tidak sedang menunggu petugas.", "This application is not waiting for an officer."),
        Code::NotInReview => {
            ("Permohonan ini tidak sedang diperiksa. Muat ulang halamannya.", "This application is not being checked. Reload the page.")
        }
        Code::NotAwaitingSignature => {
            ("Permohonan ini tidak menunggu tanda tangan. Muat ulang halamannya.", "This application awaits no signature. Reload the page.")
        }
        Code::LetterRevoked => (
            "Surat ini sudah dicabut atau diganti. Muat ulang untuk melihat keadaannya.",
            "This letter was revoked or replaced before. Reload to see how it stands.",
        ),
        Code::LetterHandedOver => ("Surat ini sudah diserahkan kepada pemohon.", "This letter was handed over before."),
        Code::RegisterBegun => (
            "Buku ini sudah punya nomor tahun ini. Nomor awalnya tidak dapat diubah lagi.",
            "This book has numbers of this year already. Its first number is settled.",
        ),
        Code::BooksSettled => (
            "Buku agenda tahun ini sudah berjalan. Pembagian buku baru dapat diubah tahun depan.",
            "The books of this year have begun. How they are split can change next year.",
        ),
        Code::LetterheadIncomplete => (
            "Kop surat kantor belum lengkap. Lengkapi dulu di Pengaturan.",
            "The office's letterhead is incomplete. Complete it in Settings first.",
        ),
        Code::NoTemplate => ("Layanan ini belum punya surat.", "This service has no letter yet."),
        Code::PhoneTaken => ("Nomor HP ini sudah punya akun.", "This phone number already has an account."),
        Code::AlreadyStaff => ("Orang ini sudah menjadi pegawai kantor ini.", "This person already works for this office."),
        Code::NotRead => ("Buka dan baca dulu suratnya, lalu tanda tangani.", "Open and read the letter first, then sign it."),
        Code::NotIssued => ("Surat permohonan ini belum terbit, atau sudah dicabut.", "The letter is not issued yet, or has been revoked."),
        Code::SnapshotChanged => (
            "Isi surat atau pejabatnya berubah sejak disetujui. Kembalikan ke petugas.",
            "The letter or its signer changed since it was approved. Send it back.",
        ),
        Code::NotEditable => (
            "Permohonan ini sudah dikirim, jadi isinya tidak bisa diubah.",
            "This application has been sent, so it can no longer be changed.",
        ),
        Code::NotReturned => {
            ("Bagian ini tidak diminta diperbaiki. Muat ulang halamannya.", "You were not asked to change this part. Reload the page.")
        }
        Code::NothingReturned => ("Pilih isian atau foto yang harus diperbaiki.", "Choose the answers or photos that need attention."),
        Code::TooLateToWithdraw => (
            "Permohonan ini tidak bisa dibatalkan lagi. Hubungi kantor.",
            "This application can no longer be cancelled. Contact the office.",
        ),
        Code::DraftExists => (
            "Anda sudah mulai mengisi layanan ini. Lanjutkan dari Permohonan.",
            "You have already begun this service. Go on from Applications.",
        ),
        Code::ServiceClosed => ("Layanan ini belum bisa diajukan dari sini.", "This service cannot be applied for here yet."),
        Code::TransferKnown => ("Kepindahan ini sudah tercatat. Muat ulang halamannya.", "This move is known already. Reload the page."),
        Code::TransferDecided => (
            "Kepindahan ini sudah dijawab, atau suratnya sudah dicabut. Muat ulang untuk melihat keadaannya.",
            "This move was answered before, or its letter was revoked. Reload to see how it stands.",
        ),
        Code::AlreadySent => (
            "Data Anda sudah dikirim. Untuk menghapusnya, hubungi kantor tujuan.",
            "Your data has been sent. Ask the office of destination to delete it.",
        ),
        Code::NothingToSend => ("Tidak ada data yang akan dikirim. Muat ulang halamannya.", "No data will be sent. Reload the page."),
        Code::NothingProposed => ("Tidak ada usulan yang menunggu. Muat ulang halamannya.", "No proposal is waiting. Reload the page."),
        Code::NothingChanged => ("Belum ada yang berubah. Ubah dulu, lalu simpan.", "Nothing has changed yet. Change it first, then save."),
        Code::ListingArchived => ("Ini sudah ditutup dan tidak bisa diubah lagi.", "This was closed and can no longer be changed."),
        Code::OwnerNotSeen => {
            ("Catat dulu bahwa kantor sudah bertemu pemilik toko.", "First record that the office has seen the owner of the shop.")
        }
        Code::ShopNotPublic => ("Setujui dulu tokonya, lalu produknya.", "Approve the shop first, then its product."),
        Code::NotPublic => ("Ini tidak sedang tayang. Muat ulang halamannya.", "This is not public now. Reload the page."),
        Code::NotHidden => ("Ini tidak sedang disembunyikan. Muat ulang halamannya.", "This is not hidden now. Reload the page."),
        Code::LinkTaken => (
            "Tautan ini sudah dipakai. Buka Toko saya, atau minta tautan baru ke kantor desa.",
            "This link was used before. Open My shops, or ask the village office for a new one.",
        ),
        Code::LinkExpired => (
            "Tautan ini sudah tidak berlaku. Minta tautan baru ke kantor desa.",
            "This link is too old. Ask the village office for a new one.",
        ),
        Code::LinkForAnother => (
            "Tautan ini untuk nomor HP lain. Keluar, lalu masuk dengan nomor yang menerima tautan.",
            "This link is for another phone number. Sign out, then sign in with the number that received it.",
        ),
        Code::CampaignClosed => (
            "Masa penilaian ini tidak menerima perubahan itu lagi. Muat ulang halamannya.",
            "This review takes no such change any more. Reload the page.",
        ),
        Code::ItemNotWaiting => (
            "Butir ini tidak sedang menunggu putusan Anda. Muat ulang halamannya.",
            "This item does not wait for your verdict now. Reload the page.",
        ),
        Code::ReviewOpen => ("Masih ada butir yang menunggu pemeriksa.", "Some items still wait for a reviewer."),
        Code::NobodyReviews => (
            "Belum ada pemeriksa dari kecamatan lain untuk kantor ini.",
            "There is no reviewer from another kecamatan for this office yet.",
        ),
        Code::CopyLent => ("Eksemplar ini sedang dipinjam.", "This copy is on loan."),
        Code::CopyReserved => ("Ada pembaca lain yang sudah memesan buku ini.", "Another reader has reserved this book."),
        Code::CopyGone => ("Eksemplar ini tercatat hilang, rusak, atau ditarik.", "This copy is recorded as lost, damaged or withdrawn."),
        Code::CopyNotLent => ("Eksemplar ini tidak sedang dipinjam.", "This copy is not on loan."),
        Code::LoanLate => ("Batas pinjamnya sudah lewat. Kembalikan bukunya dulu.", "It is overdue. Please return the book first."),
        Code::NoRenewals => {
            ("Pinjaman ini sudah diperpanjang. Kembalikan bukunya dulu.", "This loan was renewed already. Please return the book first.")
        }
        Code::ReservedAlready => ("Buku ini sudah dipesan untuk pembaca yang sama.", "The same reader has reserved this book already."),
        Code::ReaderInactive => ("Kartu pembaca ini tidak aktif.", "This reader's card is not active."),
        Code::TooManyLoans => {
            ("Pembaca ini sudah memegang sebanyak yang boleh dipinjam.", "This reader has as many books as may be borrowed.")
        }
        Code::AsideForThem => (
            "Untuk pembaca ini sudah disisihkan eksemplar lain. Berikan yang itu.",
            "Another copy was put aside for this reader. Hand out that one.",
        ),
        Code::TitleWithReader => ("Buku ini sudah ada di tangan pembaca yang sama.", "The same reader has this book already."),
        Code::TooManyReservations => {
            ("Pesanan sudah sebanyak yang boleh. Batalkan satu dulu.", "There are as many reservations as may be. Cancel one first.")
        }
        Code::SessionNotOpen => (
            "Daftar hadir sesi ini belum dibuka. Coba lagi setengah jam sebelum mulai.",
            "Attendance of this session is not open yet. Try again half an hour before it begins.",
        ),
        Code::CodeTooOld => (
            "Kode itu sudah berganti. Ketik kode yang sekarang tampil di layar ruangan.",
            "That code has changed. Type the one that is on the screen in the room now.",
        ),
        Code::CodeNotShown => (
            "Kode itu tidak sedang tampil. Periksa angkanya di layar ruangan.",
            "That code is not being shown. Check the digits on the screen in the room.",
        ),
        Code::NotAtEverySession => (
            "Peserta ini tidak hadir di semua sesi, jadi tidak mendapat sertifikat.",
            "This participant was not at every session, so there is no certificate.",
        ),
        Code::TrainingNotOver => (
            "Pelatihan ini belum selesai. Sertifikat ditandatangani sesudah sesi terakhir.",
            "This training is not over. Certificates are signed after its last session.",
        ),
        Code::CertificateSigned => ("Sertifikat peserta ini sudah ditandatangani.", "This participant's certificate is signed already."),
        Code::TitleKnown => (
            "Buku dengan ISBN ini sudah terdaftar. Cari dengan ISBN-nya, lalu tambah eksemplar.",
            "A book with this ISBN is known. Look it up by its ISBN, then add copies.",
        ),
        Code::TrainingNotDraft => ("Pelatihan ini sudah dibuka. Muat ulang halamannya.", "This training is open already. Reload the page."),
        Code::TrainingNotOpen => ("Pelatihan ini belum dibuka.", "This training is not open yet."),
        Code::TrainingOver => ("Pelatihan ini sudah selesai atau dibatalkan.", "This training is over, or was cancelled."),
        Code::EnrolmentClosed => ("Pendaftaran pelatihan ini sudah ditutup.", "Enrolment for this training is closed."),
        Code::TrainingFull => {
            ("Kursi dan daftar tunggu pelatihan ini sudah penuh.", "All seats of this training are taken, and its waiting list is full.")
        }
        Code::EnrolledAlready => ("Orang ini sudah terdaftar di pelatihan ini.", "This person is enrolled in this training already."),
        Code::SeatsTaken => {
            ("Kuota tidak bisa di bawah jumlah peserta yang sudah mendapat kursi.", "There cannot be fewer seats than are taken.")
        }
        Code::QuizSettled => ("Soal tidak bisa diubah setelah pelatihan dibuka.", "The test cannot change once the training is open."),
        Code::SessionsBegun => (
            "Sesi yang sudah berjalan tidak bisa diubah. Ubah sesi berikutnya saja.",
            "Sessions that have begun cannot change. Change the later ones only.",
        ),
        Code::TrainingNotHeld => (
            "Sesi terakhir belum dimulai. Selesaikan pelatihan sesudahnya.",
            "The last session has not begun. Finish the training after it.",
        ),
        Code::SessionNotBegun => (
            "Sesi ini belum berlangsung. Kehadiran dicatat mulai harinya.",
            "This session has not begun. Attendance is noted from its day on.",
        ),
        Code::SessionOver => (
            "Kehadiran dengan kode untuk sesi ini sudah ditutup. Minta panitia mencatatnya.",
            "Attendance by code is closed for this session. Ask the organiser to note it.",
        ),
        Code::NotSeated => ("Belum mendapat kursi, masih di daftar tunggu.", "Still on the waiting list, without a seat."),
        Code::AttendedAlready => ("Peserta yang sudah hadir tidak bisa dibatalkan.", "Whoever has attended cannot withdraw."),
        Code::AnsweredAlready => ("Tes ini sudah dikerjakan.", "This test has been taken already."),
        Code::NotTestTime => (
            "Tes dibuka sampai hari pertama, lalu lagi setelah sesi terakhir.",
            "The test is open until the first day, and again after the last session.",
        ),
        Code::NotAttended => ("Hanya peserta yang hadir bisa melakukannya.", "Only those who attended can do this."),
        Code::StocktakeOpen => {
            ("Penghitungan sudah berjalan. Muat ulang halamannya.", "The library is being counted already. Reload the page.")
        }
        Code::StocktakeEnded => ("Penghitungan ini sudah selesai. Muat ulang halamannya.", "This stock-taking is over. Reload the page."),
        Code::CopyElsewhere => {
            ("Eksemplar ini sedang di perpustakaan lain atau dalam perjalanan.", "This copy is at another library, or on its way.")
        }
        Code::CopyGuest => (
            "Eksemplar ini milik perpustakaan lain. Kirim pulang dulu; perpustakaan pemiliknya yang mengurusnya.",
            "This copy belongs to another library. Send it home first; its own library sees to it.",
        ),
        Code::InterloanSent => (
            "Bukunya sudah dikirim. Tunggu sampai tiba; yang tidak jadi dipinjam dikirim pulang.",
            "The book is on its way. Wait until it arrives; what nobody fetches is sent home.",
        ),
        Code::InterloanMoved => (
            "Langkah ini sudah dilakukan, atau belum waktunya. Muat ulang halamannya.",
            "This step was done already, or its time has not come. Reload the page.",
        ),
        Code::InClubAlready => ("Sudah menjadi anggota kelompok baca ini.", "Already a member of this reading club."),
        Code::MeetingThen => ("Sudah ada pertemuan pada waktu itu.", "There is a meeting at that time already."),
        Code::MeetingOver => ("Pertemuan ini sudah lewat atau dibatalkan.", "This meeting is over, or was cancelled."),
        Code::PhotoAgain => ("Foto ini perlu diambil lagi. Ambil foto baru di kantor.", "Take this photo again, at the office."),
        Code::TooManyListings => ("Jumlahnya sudah paling banyak. Tutup satu dulu.", "There are as many as may be. Close one first."),
        Code::TooManyPhotos => ("Fotonya sudah cukup. Ganti salah satu.", "There are enough photos. Replace one of them."),
        Code::TooManyFiles => ("Berkasnya sudah 10. Hapus satu dulu.", "There are 10 files already. Remove one first."),
        Code::TooManyOpen => (
            "Permohonan Anda yang berjalan sudah terlalu banyak. Tunggu satu selesai.",
            "You have too many open applications. Wait until one is finished.",
        ),
    }
}
