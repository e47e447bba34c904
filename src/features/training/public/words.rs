//! What everybody is told of trainings, and those who take part of theirs. The server says it; no phone carries it.
//! `#` stands for a number, `%` for a name, a day or a time.

use crate::domain::Lang;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $id:literal, $en:literal;)+) => {
        pub struct TrainingWords { $($(#[$doc])* pub $name: &'static str,)+ }
        static ID: TrainingWords = TrainingWords { $($name: $id,)+ };
        static EN: TrainingWords = TrainingWords { $($name: $en,)+ };
    };
}

pub fn words(lang: Lang) -> &'static TrainingWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}

pub fn with_number(sentence: &str, number: u32) -> String {
    sentence.replace('#', &number.to_string())
}

pub fn with_name(sentence: &str, name: &str) -> String {
    sentence.replace('%', name)
}

words! {
    title: "Pelatihan", "Trainings";
    /// Before "Desa Tamansari".
    of: "Pelatihan ", "Trainings of ";
    description: "Pelatihan gratis dari kantor desa dan kelurahan Banyuwangi: cari, daftar dari HP, dan dapatkan sertifikat.",
        "Free trainings by the village offices of Banyuwangi: find one, enrol from your phone and get a certificate.";
    lede: "Belajar dari kantor desa dan kelurahan mana pun, gratis. Daftar dari HP, datang, lalu terima sertifikat.",
        "Learn at any village office, free of charge. Enrol from your phone, come, and get a certificate.";
    lede_past: "Yang sudah selesai. Yang akan datang ada di halaman sebelumnya.", "Those that are over. What is to come is on the page before.";
    filter: "Saring", "Filter";
    topic: "Bidang", "Topic";
    every_topic: "Semua bidang", "Every topic";
    audience: "Untuk", "For";
    everybody: "Siapa saja", "Anybody";
    kecamatan: "Kecamatan", "Kecamatan";
    everywhere: "Seluruh Banyuwangi", "All of Banyuwangi";
    show: "Tampilkan", "Show";
    next: "Pelatihan berikutnya", "More trainings";
    all: "Semua pelatihan", "All trainings";
    coming: "Pelatihan yang akan datang", "Trainings to come";
    past: "Pelatihan yang sudah selesai", "Trainings that are over";
    none: "Belum ada pelatihan yang akan datang", "There is no training to come yet";
    none_hint: "Pelatihan tampil di sini begitu diumumkan kantor. Lihat yang sudah selesai, atau coba lagi pekan depan.",
        "Trainings appear here as soon as an office announces them. See those that are over, or try again next week.";
    none_here: "Belum ada pelatihan di sini", "There is no training here yet";
    none_here_hint: "Anda boleh ikut pelatihan di desa dan kelurahan mana pun.", "You may take part at any village.";
    nothing_found: "Tidak ada pelatihan yang cocok", "No training fits";
    found_so: "Longgarkan pilihannya: bidang lain, atau seluruh Banyuwangi.", "Choose less: another topic, or all of Banyuwangi.";
    places_left: "Sisa # kursi", "# seats left";
    one_place_left: "Sisa 1 kursi", "1 seat left";
    full: "Penuh, # orang menunggu", "Full, # waiting";
    full_alone: "Penuh, belum ada yang menunggu", "Full, nobody waiting yet";
    enrolment_over: "Pendaftaran sudah ditutup", "Enrolment is over";
    over: "Sudah selesai", "Over";
    cancelled: "Dibatalkan", "Cancelled";
    cancelled_note: "Pelatihan ini dibatalkan", "This training was cancelled";

    facts: "Tentang pelatihan ini", "About this training";
    when: "Jadwal", "Sessions";
    place: "Tempat", "Place";
    online: "Daring. Tautannya tampil di Pelatihan saya setelah Anda mendapat kursi.",
        "Online. The link is in My trainings once you have a seat.";
    online_name: "Daring", "Online";
    organiser: "Penyelenggara", "Organiser";
    speaker: "Narasumber", "Speaker";
    made_for: "Untuk", "For";
    seats: "Kuota", "Seats";
    seats_said: "# orang", "# people";
    places: "Kursi tersisa", "Seats left";
    waiting: "Daftar tunggu", "Waiting list";
    nobody_waits: "Belum ada", "Nobody yet";
    enrol_until: "Daftar paling lambat", "Enrol by";
    test: "Tes singkat", "Short test";
    test_said: "Sebelum dan sesudah, untuk melihat apa yang bertambah.", "Before and after, to see what was gained.";
    certificate: "Sertifikat", "Certificate";
    certificate_said: "Untuk yang hadir di semua sesi. Keasliannya bisa diperiksa siapa saja.",
        "For whoever is at every session. Anybody can check that it is genuine.";
    enrol: "Daftar pelatihan ini", "Enrol in this training";
    enrol_waiting: "Masuk daftar tunggu", "Join the waiting list";
    seat_is_yours: "Masih ada kursi: kursi Anda pasti begitu mendaftar.", "There is room: your seat is certain once you enrol.";
    you_would_wait: "Semua kursi terisi. Anda masuk daftar tunggu, # orang di depan Anda, dan naik sendiri bila ada yang mundur.",
        "All seats are taken. You join the waiting list behind # people, and move up by yourself when somebody withdraws.";
    free: "Gratis, dan bisa dibatalkan kapan saja sebelum hadir.", "Free, and you can withdraw until you attend.";
    name: "Nama lengkap", "Full name";
    name_hint: "Seperti yang akan tertulis di sertifikat.", "As it is to stand on the certificate.";
    sign_in_first: "Masuk dengan nomor HP untuk mendaftar. Anda kembali ke halaman ini.",
        "Sign in with your phone number to enrol. You come back to this page.";
    enrolled_already: "Anda sudah terdaftar", "You are enrolled";
    see_mine: "Lihat Pelatihan saya", "See My trainings";
    enrolment_is_over: "Pendaftaran ditutup %.", "Enrolment ended on %.";

    own_title: "Pelatihan saya", "My trainings";
    own_lede: "Pelatihan yang Anda ikuti di kantor mana pun.", "Trainings that you take part in, at any office.";
    account: "Akun saya", "My account";
    find: "Cari pelatihan", "Find a training";
    nothing_yet: "Anda belum ikut pelatihan", "You take part in no training yet";
    nothing_yet_hint: "Pilih satu, daftar dari HP, lalu datang.", "Choose one, enrol from your phone, and come.";
    mine_coming: "Akan datang", "To come";
    mine_waiting: "Daftar tunggu", "Waiting";
    mine_past: "Sudah lewat", "Past";
    seated: "Dapat kursi", "You have a seat";
    in_line: "Menunggu, # orang di depan Anda", "Waiting, # people before you";
    first_in_line: "Menunggu, Anda yang pertama", "Waiting, you are the first";
    moved_up: "Anda naik dari daftar tunggu dan mendapat kursi sejak %.", "You moved up from the waiting list and have had a seat since %.";
    tomorrow: "Besok ada sesi: %", "There is a session tomorrow: %";
    attended: "Hadir # dari % sesi", "At # of % sessions";
    has_certificate: "Sertifikat terbit", "Certificate signed";
    enrolled_done: "Anda terdaftar dan mendapat kursi.", "You are enrolled and have a seat.";
    waits_done: "Anda masuk daftar tunggu. Anda naik sendiri bila ada yang mundur.",
        "You are on the waiting list, and move up by yourself when somebody withdraws.";
    left_done: "Anda mundur. Kursi Anda diberikan kepada yang menunggu.", "You have withdrawn. Your seat goes to whoever waits.";
    here_done: "Kehadiran Anda tercatat.", "Your attendance is noted.";
    tested_done: "Jawaban Anda tersimpan.", "Your answers are kept.";
    told_done: "Terima kasih, pendapat Anda tersimpan.", "Thank you, your opinion is kept.";
    withdraw: "Mundur dari pelatihan ini", "Withdraw from this training";
    withdraw_hint: "Kursi Anda langsung diberikan kepada yang menunggu.", "Your seat goes to whoever waits at once.";
    public_page: "Semua tentang pelatihan ini", "All about this training";
    link: "Tautan daring", "Online link";
    material: "Materi", "Material";
    was_there: "Hadir", "Attended";
    was_not: "Belum tercatat hadir", "Not noted as attended";
    attend_now: "Saya hadir sekarang", "I am here now";
    test_before: "Tes sebelum mulai", "Test before it begins";
    test_after: "Tes sesudahnya", "Test afterwards";
    send_answers: "Kirim jawaban", "Send the answers";
    score_before: "Nilai sebelum", "Score before";
    score_after: "Nilai sesudah", "Score after";
    score_said: "# dari % benar", "# of % right";
    feedback: "Bagaimana pelatihannya?", "How was the training?";
    stars: "Nilai Anda", "Your rating";
    star_1: "Kurang sekali", "Very poor";
    star_2: "Kurang", "Poor";
    star_3: "Cukup", "Fair";
    star_4: "Baik", "Good";
    star_5: "Baik sekali", "Very good";
    remark: "Catatan", "Remark";
    remark_hint: "Boleh dikosongkan. Hanya kantor yang membacanya.", "May be left empty. Only the office reads it.";
    tell: "Kirim pendapat", "Send my opinion";
    download: "Unduh sertifikat (PDF)", "Download the certificate (PDF)";
    paper_soon: "Sertifikatnya sedang disiapkan. Muat ulang halaman ini sebentar lagi.",
        "The certificate is being prepared. Reload this page in a moment.";
    check: "Periksa keasliannya", "Check that it is genuine";
    check_hint: "Beri alamat ini kepada siapa pun yang ingin memeriksa.", "Give this address to whoever wants to check it.";
    revoked: "Sertifikat ini dicabut", "This certificate was revoked";
    certificate_later: "Sertifikat ditandatangani setelah pelatihan selesai, untuk yang hadir di semua sesi.",
        "Certificates are signed once the training is over, for whoever was at every session.";

    wall_title: "Catat kehadiran", "Note attendance";
    wall_lede: "Ketik kode yang tampil di layar ruangan. Kodenya berganti setiap 15 detik.",
        "Type the code on the screen in the room. It changes every 15 seconds.";
    code: "Kode di layar", "Code on the screen";
    code_hint: "6 angka. Kode yang dikirim lewat pesan sudah tidak berlaku saat sampai.",
        "6 digits. A code that is sent in a message is too old when it arrives.";
    i_am_here: "Saya hadir", "I am here";
    not_enrolled: "Anda belum terdaftar di pelatihan ini", "You are not enrolled in this training";
    not_enrolled_hint: "Daftar dulu bila masih ada kursi, atau minta petugas mencatat Anda.",
        "Enrol first if there is room, or ask the officer to write you down.";
    open_it: "Buka halaman pelatihan", "Open the page of the training";
}
