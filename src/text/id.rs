use super::{FailureWords, FormWords, LayoutWords, PortalWords, VillageWords};

pub const LAYOUT: LayoutWords = LayoutWords {
    skip: "Langsung ke isi",
    sign_in: "Masuk",
    account: "Akun",
    services: "Layanan",
    saver: "Hemat data",
    on: "Hidup",
    off: "Mati",
    other_language: "English",
    loading: "Sedang memuat",
    owner: "Pemerintah Kabupaten Banyuwangi. Semua layanan gratis.",
    main_menu: "Utama",
    front: "Beranda",
    applications: "Permohonan",
};

pub const FORM: FormWords = FormWords {
    choose: "Pilih",
    sending: "Mengirim…",
    day: "Tanggal",
    month: "Bulan",
    year: "Tahun",
    kept: "Isian Anda tetap di sini: kembali, lalu tekan tombolnya lagi.",
    beside: "Buka di tab baru",
};

pub const FAILURE: FailureWords = FailureWords {
    not_found_title: "Halaman tidak ditemukan",
    not_found: "Alamat ini tidak ada, atau bukan untuk akun Anda. Periksa lagi alamatnya.",
    broken_title: "Ada yang tidak beres di sisi kami",
    broken: "Coba muat ulang sebentar lagi. Yang sudah kami terima tetap aman.",
    incident: "Kode kejadian:",
    home: "Ke halaman depan",
    offline_title: "Tidak ada sambungan",
    offline: "Periksa sinyal atau Wi-Fi, lalu buka lagi halamannya. Yang sudah kami terima tetap aman.",
    too_large_title: "Kiriman terlalu besar",
    too_large: "Kecilkan fotonya, atau kurangi isiannya, lalu kirim lagi. Belum ada yang tersimpan.",
    foreign_title: "Kiriman ini bukan dari halaman kami",
    foreign: "Buka halamannya dari sini, lalu kirim lagi. Belum ada yang tersimpan.",
};

pub const PORTAL: PortalWords = PortalWords {
    title: "Pilih desa atau kelurahan Anda",
    description: "Urus surat di kantor desa dan kelurahan se-Kabupaten Banyuwangi dari HP. Gratis.",
    promise: "Urus surat dari HP. Gratis.",
    search: "Nama desa, kelurahan, atau kecamatan",
    search_hint: "Contoh: Tamansari",
    search_button: "Cari",
    kecamatan: "Kec.",
    none_found: "Tidak ada kantor dengan nama itu",
    none_found_hint: "Periksa ejaannya, atau pilih dari daftar kecamatan.",
    all_kecamatan: "Semua kecamatan",
    offices: "kantor",
    apply: "Ajukan surat",
    apply_hint: "Isi dari HP, kantor yang mengurus",
    track: "Lacak permohonan",
    track_hint: "Dengan nomor permohonan",
    verify: "Periksa keaslian surat",
    verify_hint: "Pindai kode QR atau ketik kodenya",
    market: "Produk warga",
    market_hint: "Pesan langsung ke penjual",
    library: "Pustaka",
    library_hint: "Pinjam buku, gratis",
    training: "Pelatihan",
    training_hint: "Belajar gratis, dapat sertifikat",
};

pub const VILLAGE: VillageWords = VillageWords {
    choose_title: "Pilih kecamatan",
    choose: "Nama ini dipakai lebih dari satu kantor. Pilih yang sesuai dengan KTP Anda.",
    postcode: "Kode pos",
    code: "Kode wilayah",
    kecamatan: "Kecamatan",
    neighbours: "Kantor lain di kecamatan ini",
    services: "Layanan",
};
