//! Fields in every state, for the gallery of the look.

use leptos::prelude::*;

use super::{Cell, Choices, DateField, Form, FormState, Select, Submit, TextArea, TextField, TextKind, Tick};
use crate::forms::{Card, Choice, ProblemCode, Problems};

/// Where the examples are sent: to the gallery, which draws itself again.
const NOWHERE: &str = "/galeri";

/// Each form, by its name.
pub fn form_examples() -> Vec<(&'static str, AnyView)> {
    vec![
        ("Kosong", fields("kosong", Filled::default(), Problems::default())),
        ("Salah, dengan ringkasan", fields("salah", wrong(), problems())),
        ("Terisi, dengan kata panjang", fields("isi", filled(), Problems::default())),
        ("Kata sandi dan jam", view! { <Form action=NOWHERE>{rare_kinds()}</Form> }.into_any()),
        ("Isian di tabel", view! { <Form action=NOWHERE>{cells()}</Form> }.into_any()),
        ("Sedang dikirim", view! { <Form action=NOWHERE>{on_its_way()}</Form> }.into_any()),
    ]
}

/// What stands in the fields at first.
#[derive(Default)]
struct Filled {
    nik: &'static str,
    name: &'static str,
    phone: &'static str,
    income: &'static str,
    rt: &'static str,
    born: [&'static str; 3],
    sex: &'static str,
    faith: &'static str,
    purpose: &'static str,
}

fn filled() -> Filled {
    Filled {
        nik: "3510 1645 0690 0001",
        name: "Raden Roro Kusumaningtyas Wirjosoekartodiningrat",
        phone: "0812-3456-7890",
        income: "1.500.000",
        rt: "002",
        born: ["5", "6", "1990"],
        sex: "p",
        faith: "kepercayaan",
        purpose: "Mempertanggungjawabkan penyelenggaraan\npemberdayaan masyarakat perdesaan",
    }
}

fn wrong() -> Filled {
    Filled {
        nik: "3510 1645 0690 000",
        name: "Siti 4minah",
        phone: "12345",
        income: "satu juta",
        rt: "120",
        born: ["31", "2", "1990"],
        ..Filled::default()
    }
}

fn problems() -> Problems {
    let mut problems = Problems::default();
    for (name, code) in [
        ("nik", ProblemCode::CardDigits { card: Card::Ktp, have: 15 }),
        ("nama", ProblemCode::NotAName),
        ("hp", ProblemCode::NotAPhone),
        ("hasil", ProblemCode::NotAnAmount),
        ("rt", ProblemCode::TooLarge { max: 99 }),
        ("lahir", ProblemCode::NotADay),
        ("jk", ProblemCode::MissingChoice),
        ("agama", ProblemCode::MissingChoice),
        ("perlu", ProblemCode::Missing),
        ("benar", ProblemCode::MissingChoice),
    ] {
        problems.add(["salah-", name].concat(), code);
    }
    problems
}

fn fields(form: &'static str, filled: Filled, problems: Problems) -> AnyView {
    let name = move |field: &str| [form, "-", field].concat();
    let hint = |text: &'static str| Some(text.to_owned());
    let faiths = options(&[("islam", "Islam"), ("hindu", "Hindu"), ("kepercayaan", "Kepercayaan terhadap Tuhan Yang Maha Esa")]);
    view! {
        <Form action=NOWHERE problems>
            <TextField name=name("nik") label="NIK" hint=hint("16 angka, ada di KTP. Contoh: 3510 1645 0690 0001") kind=TextKind::Card value=filled.nik/>
            <TextField name=name("nama") label="Nama lengkap" value=filled.name/>
            <TextField name=name("hp") label="Nomor HP atau WhatsApp" hint=hint("Contoh: 0812 3456 7890") kind=TextKind::Phone value=filled.phone/>
            <TextField name=name("hasil") label="Penghasilan sebulan" hint=hint("Dalam rupiah. Contoh: 1.500.000") kind=TextKind::Rupiah value=filled.income/>
            <TextField name=name("rt") label="RT" kind=TextKind::Digits value=filled.rt/>
            <DateField name=name("lahir") label="Tanggal lahir" hint=hint("Contoh: 5 Juni 1990") value=filled.born.map(str::to_owned)/>
            <Choices name=name("jk") label="Jenis kelamin" options=options(&[("l", "Laki-laki"), ("p", "Perempuan")]) value=filled.sex/>
            <Choices name=name("lewat") label="Terima kode lewat" options=options(&[("wa", "WhatsApp"), ("slip", "Slip dari kantor desa atau kelurahan")]) icons=vec!["brand-whatsapp", "ticket"]/>
            <Select name=name("agama") label="Agama" options=faiths value=filled.faith/>
            <TextArea name=name("perlu") label="Keperluan surat" hint=hint("Contoh: melamar pekerjaan") value=filled.purpose/>
            <Tick name=name("benar") label="Data ini benar, dan saya bertanggung jawab atasnya"/>
            <Submit label="Kirim permohonan" icon=Some("send")/>
        </Form>
    }
    .into_any()
}

fn options(all: &[(&str, &str)]) -> Vec<Choice> {
    all.iter().map(|(code, label)| Choice { code: (*code).to_owned(), label: (*label).to_owned(), of: None }).collect()
}

fn rare_kinds() -> AnyView {
    view! {
        <TextField name="sandi-contoh" label="Kata sandi" kind=TextKind::Password fill="new-password"/>
        <TextField name="jam-contoh" label="Jam buka" hint=Some("Contoh: 07.30".to_owned()) kind=TextKind::Time value="07.30"/>
    }
    .into_any()
}

fn cells() -> AnyView {
    let supplies = options(&[("ada", "Ada barangnya"), ("habis", "Habis")]);
    view! {
        <div class="sheet" data-flush=""><div class="t-wrap">
            <table class="t">
                <caption class="sr-only">"Produk"</caption>
                <thead><tr><th scope="col">"Nama"</th><th scope="col">"Harga"</th><th scope="col">"Persediaan"</th></tr></thead>
                <tbody><tr>
                    <td data-th="Nama"><Cell name="sel-nama" label="Nama, Sale pisang" value="Sale pisang" column="nama" wide=22/></td>
                    <td data-th="Harga"><Cell name="sel-harga" label="Harga, Sale pisang" value="18.500" column="harga" wide=9 digits=true/></td>
                    <td data-th="Persediaan">
                        <Cell name="sel-ada" label="Persediaan, Sale pisang" value="habis" options=supplies column="ada" wide=10/>
                    </td>
                </tr></tbody>
            </table>
        </div></div>
    }
    .into_any()
}

fn on_its_way() -> AnyView {
    expect_context::<FormState>().busy.set(true);
    view! {
        <TextField name="kirim-contoh" label="Nama usaha" value="Warung Siti"/>
        <Submit label="Kirim permohonan" icon=Some("loader")/>
    }
    .into_any()
}
