use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{missing_view, result_note};
use crate::access::ActName;
use crate::domain::IdemKey;
use crate::features::applications::desk::{DeskSettingsView, ReadSettings};
use crate::features::offices::{BeginBook, BookView, KeepSettings, SettingsView};
use crate::forms::Choice;
use crate::ui::{
    Ask, Choices, Form, GoneRow, OfficeLayout, OfficeTab, PageHead, Read, Select, Submit, TextField, TextKind, key_field, load, read,
};

const SETTINGS: Read<DeskSettingsView> = read::<ReadSettings, _>();

/// `/kantor/pengaturan`: what the office says about itself on its letters.
#[component]
pub fn SettingsPage() -> AnyView {
    load(SETTINGS, Ask::nothing(), settings_view)
}

fn settings_view(view: DeskSettingsView) -> AnyView {
    let (settings, key) = (view.settings, view.key);
    let keeps = settings.can.contains(&ActName::KeepProfile);
    let books = settings.can.contains(&ActName::BeginRegister).then(|| books_view(settings.books.clone(), settings.year, key));
    let form = if keeps {
        form_view(settings.clone(), key)
    } else {
        view! { <p>"Pengaturan kantor diisi oleh kepala desa atau lurah dan sekretaris."</p> }.into_any()
    };
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Settings>
            <div class="page flow" data-read="">
                <PageHead title="Pengaturan kantor"/>
                <p class="lede">"Kop surat, penanda tangan, dan nomor surat. Surat yang sudah terbit tidak ikut berubah."</p>
                {result_note()}
                {missing_view(&settings.missing)}
                {form}
                {books}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn form_view(settings: SettingsView, key: IdemKey) -> AnyView {
    let form = settings.form;
    let (head, secretary) = if settings.kelurahan { ("Lurah", "Sekretaris lurah") } else { ("Kepala desa", "Sekretaris desa") };
    let some = |text: &str| Some(text.to_owned());
    view! {
        <Form action=KeepSettings::PATH>
            <input type="hidden" name="_seen" value=settings.seen/>
            {key_field(key)}
            <section class="sheet flow">
                <h2>"Kop surat"</h2>
                <TextField name="alamat" label="Alamat kantor" hint=some("Satu baris dengan kode pos. Contoh: Jl. Raya Tamansari 1, Licin 68454") value=form.alamat/>
                <TextField name="kontak" label="Telepon dan pos-el" hint=some("Boleh dikosongkan.") value=form.kontak/>
                <TextField name="titik" label="Titik kantor di peta" hint=some("Boleh dikosongkan. Jarak foto bukti 13 butir diukur dari sini. Contoh: -8.2192, 114.3691") value=form.titik/>
            </section>
            <section class="sheet flow">
                <h2>{head}</h2>
                <Select name="kepala_sebutan" label="Sebutan" hint=some("Kosongkan untuk pejabat tetap.") options=choices(&[("plt", "Plt. (pelaksana tugas)"), ("plh", "Plh. (pelaksana harian)"), ("pj", "Pj. (penjabat)")]) value=form.kepala_sebutan/>
                <TextField name="kepala_nama" label="Nama" hint=some("Seperti tercetak di surat, dengan gelar. Contoh: HADI SANTOSO") value=form.kepala_nama/>
                <TextField name="kepala_pangkat" label="Pangkat" hint=some("Hanya untuk ASN. Contoh: Penata Tingkat I (III/d)") value=form.kepala_pangkat/>
                <TextField name="kepala_nip" label="NIP" hint=some("Hanya untuk ASN, 18 angka.") kind=TextKind::Digits value=form.kepala_nip/>
            </section>
            <section class="sheet flow">
                <h2>{secretary}</h2>
                <TextField name="sekretaris_nama" label="Nama" value=form.sekretaris_nama/>
                <TextField name="sekretaris_pangkat" label="Pangkat" value=form.sekretaris_pangkat/>
                <TextField name="sekretaris_nip" label="NIP" kind=TextKind::Digits value=form.sekretaris_nip/>
            </section>
            <section class="sheet flow">
                <h2>"Nomor surat"</h2>
                <TextField name="unit" label="Kode unit kantor" hint=some("Contoh: 429.523.03. Bila kosong, dipakai kode Kemendagri.") value=form.unit/>
                <TextField name="pola" label="Pola nomor" hint=some("Pakai {kode} {urut} {urut:3} {unit} {kode_desa} {bulan} {bulan_romawi} {tahun}.") value=form.pola/>
                <p class="soft">"Contoh dengan pengaturan sekarang: " <b class="num">{settings.sample}</b></p>
                <Choices name="buku" label="Buku agenda" options=choices(&[("satu", "Satu buku untuk semua surat"), ("layanan", "Satu buku untuk setiap jenis surat")]) value=form.buku/>
            </section>
            <section class="sheet flow">
                <h2>"Kertas"</h2>
                <Choices name="kertas" label="Ukuran" options=choices(&[("a4", "A4"), ("f4", "F4 (folio)")]) value=form.kertas/>
                <Choices name="huruf" label="Huruf" options=choices(&[("serif", "Berkait, seperti Times New Roman"), ("sans", "Tanpa kait, seperti Arial")]) value=form.huruf/>
            </section>
            <Submit label="Simpan pengaturan" icon=Some("save")/>
        </Form>
    }
    .into_any()
}

fn choices(options: &[(&str, &str)]) -> Vec<Choice> {
    options.iter().map(|(code, label)| Choice { code: (*code).to_owned(), label: (*label).to_owned(), of: None }).collect()
}

/// A paper book is continued once, before the first number of the year.
fn books_view(books: Vec<BookView>, year: i16, key: IdemKey) -> AnyView {
    let unbegun = books.iter().filter(|book| book.last.is_none()).map(|book| book.register.clone()).collect();
    let books = books.into_iter().map(|book| book_view(book, key)).collect_view();
    view! { <section class="sheet flow"><h2>"Buku agenda " {year}</h2><GoneRow actions=vec![BeginBook::PATH] field="buku" rows=unbegun/>{books}</section> }.into_any()
}

fn book_view(book: BookView, key: IdemKey) -> AnyView {
    if let Some(last) = book.last {
        return view! { <p>{book.name} ": nomor terakhir tahun ini " <b class="num">{last}</b> "."</p> }.into_any();
    }
    view! {
        <Form action=BeginBook::PATH of=vec![("buku", book.register.clone())]>
            {key_field(key)}
            <input type="hidden" name="buku" value=book.register/>
            <TextField name="terakhir" label="Nomor terakhir di buku kertas" hint=Some("Isi 0 bila tahun ini belum ada surat. Hanya dapat diisi sekali.".to_owned()) kind=TextKind::Digits/>
            <Submit label="Lanjutkan buku kertas" class="btn btn-second"/>
        </Form>
    }
    .into_any()
}
