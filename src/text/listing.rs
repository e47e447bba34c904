//! What the forms of the market ask: of a shop and of a product, in the order of the page. The server says it in
//! the language of who fills them in; no phone carries these tables.

use super::Lang;

/// A section of a form.
pub struct PartWords {
    title: [&'static str; 2],
    /// Nobody has to fill it in: it is folded away while it is empty.
    pub optional: bool,
    pub fields: &'static [FieldWords],
}

/// A field by its name in the form.
pub struct FieldWords {
    pub name: &'static str,
    label: [&'static str; 2],
    /// An example, or where it is found. Empty where the label says all.
    hint: [&'static str; 2],
}

const fn in_lang(words: [&'static str; 2], lang: Lang) -> &'static str {
    match lang {
        Lang::Id => words[0],
        Lang::En => words[1],
    }
}

impl PartWords {
    pub const fn title(&self, lang: Lang) -> &'static str {
        in_lang(self.title, lang)
    }
}

impl FieldWords {
    pub const fn label(&self, lang: Lang) -> &'static str {
        in_lang(self.label, lang)
    }

    pub const fn hint(&self, lang: Lang) -> &'static str {
        in_lang(self.hint, lang)
    }
}

const fn ask(name: &'static str, id: [&'static str; 2], en: [&'static str; 2]) -> FieldWords {
    FieldWords { name, label: [id[0], en[0]], hint: [id[1], en[1]] }
}

/// Asked of a new shop before anything else; it belongs to no version.
pub const OWNER: PartWords = PartWords {
    title: ["Pemilik", "Owner"],
    optional: false,
    fields: &[ask(
        "pemilik",
        ["Nama pemilik", "Sesuai KTP. Tidak tampil di pasar."],
        ["Name of the owner", "As on the KTP (ID card). It is not shown in the market."],
    )],
};

/// Asked of a resident who opens a shop: an office knows where it is.
pub const OFFICE: PartWords = PartWords {
    title: ["Tempat toko", "Where the shop is"],
    optional: false,
    fields: &[ask(
        "kantor",
        ["Desa atau kelurahan", "Kantornya yang memeriksa toko dan produk Anda."],
        ["Village of the shop", "Its office looks at your shop and your products."],
    )],
};

pub const SHOP: &[PartWords] = &[
    PartWords {
        title: ["Toko", "The shop"],
        optional: false,
        fields: &[
            ask("nama", ["Nama toko", "Contoh: Dapur Bu Yuni"], ["Name of the shop", "Example: Dapur Bu Yuni"]),
            ask("skala", ["Skala usaha", ""], ["Size of the business", ""]),
            ask("ikm", ["Industri kecil (IKM): membuat sendiri yang dijual", ""], ["Small industry (IKM): makes what it sells", ""]),
            ask("sektor", ["Bidang usaha", "Contoh: Makanan"], ["Line of business", "Example: Food"]),
            ask("sejak", ["Berdiri sejak tahun", "Contoh: 2017"], ["Founded in", "Example: 2017"]),
            ask("cerita", ["Cerita toko", "Siapa yang membuat, dari mana bahannya."], ["Story", "Who makes it, and of what."]),
        ],
    },
    PartWords {
        title: ["Tempat dan jam", "Place and hours"],
        optional: false,
        fields: &[
            ask(
                "alamat",
                ["Alamat", "Tampil untuk semua orang. Contoh: Dusun Krajan RT 002 / RW 001"],
                ["Address", "Shown to everybody. Example: Dusun Krajan RT 002 / RW 001"],
            ),
            ask(
                "titik",
                ["Titik di peta", "Salin dari aplikasi peta. Contoh: -8.2192, 114.3691"],
                ["Place on the map", "Copy it from a map. Example: -8.2192, 114.3691"],
            ),
            ask("buka", ["Buka pukul", "Contoh: 08.00"], ["Opens at", "Example: 08.00"]),
            ask("tutup", ["Tutup pukul", "Contoh: 17.00"], ["Closes at", "Example: 17.00"]),
            ask(
                "whatsapp",
                ["Nomor WhatsApp toko", "Tampil untuk semua orang. Contoh: 0812 3456 7890"],
                ["WhatsApp number of the shop", "Everybody sees it. Example: 0812 3456 7890"],
            ),
        ],
    },
    PartWords {
        title: ["Izin dan sertifikat", "Permits and certificates"],
        optional: true,
        fields: &[
            ask("nib", ["NIB", "13 angka"], ["NIB (business number)", "13 digits"]),
            ask(
                "nib_sampai",
                ["NIB berlaku sampai", "Kosongkan bila tanpa batas."],
                ["NIB holds until", "Leave it empty if it has no end."],
            ),
            ask("pirt", ["P-IRT", "Contoh: 2063510010123-28"], ["P-IRT (home food permit)", "Example: 2063510010123-28"]),
            ask("pirt_sampai", ["P-IRT berlaku sampai", "Contoh: 31 Desember 2028"], ["P-IRT holds until", "Example: 31-12-2028"]),
            ask("halal", ["Sertifikat halal", "Contoh: ID35110000123450621"], ["Halal certificate", "Example: ID35110000123450621"]),
            ask("halal_sampai", ["Halal berlaku sampai", "Contoh: 31 Desember 2028"], ["Halal holds until", "Example: 31-12-2028"]),
            ask("bpom", ["BPOM", "Contoh: MD 867031049021"], ["BPOM (food and drug permit)", "Example: MD 867031049021"]),
            ask("bpom_sampai", ["BPOM berlaku sampai", "Contoh: 31 Desember 2028"], ["BPOM holds until", "Example: 31-12-2028"]),
            ask("merek", ["Merek terdaftar", "Contoh: IDM000123456"], ["Registered brand", "Example: IDM000123456"]),
            ask("merek_sampai", ["Merek berlaku sampai", "Contoh: 31 Desember 2028"], ["Brand holds until", "Example: 31-12-2028"]),
        ],
    },
    PartWords {
        title: ["Pelatihan yang pernah diikuti", "Trainings taken"],
        optional: true,
        fields: &[ask(
            "pelatihan",
            ["Pelatihan", "Satu di tiap baris. Contoh: Foto produk, 2025"],
            ["Trainings", "One a line. Example: Foto produk (photos of products), 2025"],
        )],
    },
    PartWords {
        title: ["Toko ini di tempat lain", "This shop elsewhere"],
        optional: true,
        fields: &[
            ask("instagram", ["Instagram", "Contoh: https://instagram.com/namatoko"], ["Instagram", "Example: https://instagram.com/name"]),
            ask("facebook", ["Facebook", "Contoh: https://facebook.com/namatoko"], ["Facebook", "Example: https://facebook.com/name"]),
            ask("tiktok", ["TikTok", "Contoh: https://tiktok.com/@namatoko"], ["TikTok", "Example: https://tiktok.com/@name"]),
            ask("shopee", ["Shopee", "Contoh: https://shopee.co.id/namatoko"], ["Shopee", "Example: https://shopee.co.id/name"]),
            ask("tokopedia", ["Tokopedia", "Contoh: https://tokopedia.com/namatoko"], ["Tokopedia", "Example: https://tokopedia.com/name"]),
            ask(
                "banyuwangi_mall",
                ["Banyuwangi Mall", "Contoh: https://banyuwangi-mall.com/namatoko"],
                ["Banyuwangi Mall", "Example: https://banyuwangi-mall.com/name"],
            ),
            ask("situs", ["Situs web sendiri", "Dimulai dengan https://"], ["Own website", "It begins with https://"]),
        ],
    },
];

pub const PRODUCT: &[PartWords] = &[
    PartWords {
        title: ["Produk", "The product"],
        optional: false,
        fields: &[
            ask("nama", ["Nama produk", "Contoh: Sale pisang gulung"], ["Name of the product", "Example: Sale pisang gulung"]),
            ask("kategori", ["Jenis produk", ""], ["Kind of product", ""]),
            ask("cerita", ["Cerita produk", "Rasanya, bahannya, cara membuatnya."], ["Story", "Its taste, what it is made of, and how."]),
        ],
    },
    PartWords {
        title: ["Harga", "Price"],
        optional: false,
        fields: &[
            ask("harga", ["Harga", "Contoh: 18.000"], ["Price", "Example: 18.000"]),
            ask("mulai", ["Harga mulai dari angka ini", ""], ["Prices begin at this amount", ""]),
            ask("satuan", ["Satuan", "Contoh: bungkus, kg, lembar"], ["Unit", "Example: bungkus (pack), kg, lembar (sheet)"]),
            ask("isi_bersih", ["Isi bersih", "Contoh: 250 g"], ["Net content", "Example: 250 g"]),
        ],
    },
    PartWords {
        title: ["Harga grosir", "Wholesale price"],
        optional: true,
        fields: &[
            ask("grosir_harga", ["Harga grosir per satuan", "Contoh: 16.500"], ["Wholesale price of one", "Example: 16.500"]),
            ask("grosir_mulai", ["Berlaku mulai pembelian", "Contoh: 10"], ["From so many on", "Example: 10"]),
        ],
    },
    PartWords {
        title: ["Pilihan rasa, ukuran, atau warna", "Choice of taste, size or colour"],
        optional: true,
        fields: &[
            ask("varian", ["Yang dipilih", "Contoh: Rasa"], ["What is chosen", "Example: Rasa (taste)"]),
            ask("pilihan", ["Pilihannya", "Satu di tiap baris, paling banyak 20."], ["Its choices", "One a line, 20 at most."]),
        ],
    },
    PartWords {
        title: ["Persediaan", "Supply"],
        optional: false,
        fields: &[
            ask("persediaan", ["Persediaan", ""], ["Supply", ""]),
            ask(
                "stok",
                ["Jumlah yang ada", "Bila barangnya ada dan dihitung. Contoh: 24"],
                ["How many there are", "If you count them. Example: 24"],
            ),
            ask(
                "hari_pesan",
                ["Lama membuat, dalam hari", "Bila dibuat setelah dipesan. Contoh: 3"],
                ["Days to make it", "If it is made to order. Example: 3"],
            ),
        ],
    },
    PartWords {
        title: ["Keterangan lain", "More about it"],
        optional: true,
        fields: &[
            ask(
                "musim",
                ["Bulan musim", "Angka bulan. Kosong: sepanjang tahun. Contoh: 1, 2, 12"],
                ["Months of its season", "Numbers. Empty: all year. Example: 1, 2, 12"],
            ),
            ask("tahan_hari", ["Tahan berapa hari", "Contoh: 60"], ["Keeps for how many days", "Example: 60"]),
            ask("komposisi", ["Bahan", "Contoh: Pisang awak, minyak kelapa"], ["Ingredients", "Example: Bananas, coconut oil"]),
        ],
    },
    PartWords {
        title: ["Izin toko yang berlaku untuk produk ini", "Permits of the shop that hold for this product"],
        optional: true,
        fields: &[
            ask("izin_pirt", ["P-IRT", ""], ["P-IRT", ""]),
            ask("izin_halal", ["Halal", ""], ["Halal", ""]),
            ask("izin_bpom", ["BPOM", ""], ["BPOM", ""]),
        ],
    },
];

/// What can be chosen in the three fields that are chosen, with its code.
pub const SIZES: [(&str, [&str; 2]); 3] =
    [("mikro", ["Mikro", "Micro"]), ("kecil", ["Kecil", "Small"]), ("menengah", ["Menengah", "Medium"])];
pub const SUPPLIES: [(&str, [&str; 2]); 3] =
    [("ada", ["Ada barangnya", "In stock"]), ("pesan", ["Dibuat setelah dipesan", "Made to order"]), ("habis", ["Habis", "Sold out"])];

pub const fn said(words: [&'static str; 2], lang: Lang) -> &'static str {
    in_lang(words, lang)
}

/// What a tick says where it cannot be ticked.
pub const YES_NO: [[&str; 2]; 2] = [["Ya", "Yes"], ["Tidak", "No"]];
/// The two buttons of such a form.
pub const KEEP: [&str; 2] = ["Simpan draf", "Save as a draft"];
pub const PROPOSE: [&str; 2] = ["Ajukan untuk disetujui", "Send for approval"];
