use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::{IdemKey, OfficeKind, TrainingId, Version};
use crate::features::training::office::desk::LANG;
use crate::features::training::office::form::FUNDS;
use crate::features::training::office::views::TrainingForm;
use crate::features::training::office::{KeepTrainingHere, WriteNewTraining};
use crate::features::training::{Audience, Topic};
use crate::forms::Choice;
use crate::ui::{Choices, FormState, PlainForm, Select, Submit, TextArea, TextField, TextKind, Tick, key_field};

pub struct FormFigure {
    pub typed: TrainingForm,
    /// Of the office.
    pub kind: OfficeKind,
    /// What is changed, as it was seen.
    pub known: Option<(TrainingId, Version)>,
    /// Everybody sees it already.
    pub announced: bool,
    /// Where the form stands.
    pub here: String,
    pub key: IdemKey,
}

pub fn form(figure: FormFigure) -> String {
    let FormFigure { typed, kind, known, announced, here, key } = figure;
    let hidden = known.map(|(id, seen)| {
        view! {
            <input type="hidden" name="_id" value=id.to_string()/>
            <input type="hidden" name="_seen" value=seen.0.to_string()/>
        }
        .into_any()
    });
    let lede = if announced {
        "Peserta sudah melihat pelatihan ini. Kuota boleh ditambah: yang menunggu mendapat kursinya berurutan."
    } else {
        "Disimpan dulu sebagai draf. Warga baru melihatnya setelah pendaftarannya dibuka."
    };
    let (action, button) = match known {
        Some(_) => (<KeepTrainingHere as ServerFn>::PATH, "Simpan perubahan"),
        None => (<WriteNewTraining as ServerFn>::PATH, "Simpan draf"),
    };
    view! {
        <p class="lede">{lede}</p>
        <section class="sheet">
            <PlainForm action=action here=here>
                {hidden}
                {key_field(key)}
                {about_view(&typed)}
                {where_and_when_view(&typed)}
                {money_view(&typed, kind)}
                {material_view(&typed, announced)}
                <Submit label=button/>
            </PlainForm>
        </section>
    }
    .into_any()
    .to_html()
}

fn choices<T: Copy>(all: &[T], code: fn(T) -> &'static str, words: fn(T) -> &'static str) -> Vec<Choice> {
    all.iter().map(|one| Choice { code: code(*one).to_owned(), label: words(*one).to_owned(), of: None }).collect()
}

fn hint(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn about_view(typed: &TrainingForm) -> AnyView {
    let topics = choices(Topic::ALL, Topic::code, |topic| topic.words(LANG));
    view! {
        <TextField name="nama_pelatihan" label="Nama pelatihan" hint=hint("Contoh: Foto produk dengan HP") value=typed.nama_pelatihan.clone()/>
        <TextArea name="ringkasan" label="Ringkasan" hint=hint("Apa yang dipelajari, dan apa yang dibawa. Dua atau tiga kalimat.") value=typed.ringkasan.clone()/>
        <Select name="topik" label="Topik" options=topics value=typed.topik.clone()/>
        <AudienceTicks ticked=typed.audiences().map(str::to_owned)/>
        <TextField name="penyelenggara" label="Penyelenggara" value=typed.penyelenggara.clone()/>
        <TextField name="narasumber" label="Narasumber" hint=hint("Boleh kosong.") value=typed.narasumber.clone()/>
    }
    .into_any()
}

/// One or more of four; what is wrong with all of them stands at the first.
#[component]
fn AudienceTicks(ticked: [String; 4]) -> AnyView {
    expect_context::<FormState>().know("sasaran_aparat", "Sasaran");
    let names = ["sasaran_aparat", "sasaran_umkm", "sasaran_warga", "sasaran_pemuda"];
    let tick = |((name, audience), tick): ((&'static str, &Audience), String)| {
        view! { <Tick name=name label=audience.words(LANG) ticked=tick == "ya"/> }.into_any()
    };
    let ticks = names.into_iter().zip(Audience::ALL).zip(ticked).map(tick).collect_view();
    view! { <fieldset class="flow"><legend>"Sasaran"</legend>{ticks}</fieldset> }.into_any()
}

fn where_and_when_view(typed: &TrainingForm) -> AnyView {
    view! {
        <TextField name="tempat" label="Tempat" hint=hint("Boleh kosong bila hanya daring.") value=typed.tempat.clone()/>
        <TextField name="tautan" label="Tautan daring" hint=hint("Boleh kosong. Hanya peserta yang melihatnya. Diawali https://") value=typed.tautan.clone()/>
        <TextArea name="sesi" label="Sesi" hint=hint("Satu baris satu sesi, paling banyak 20. Contoh: 12 Januari 2027 08.00-11.00") value=typed.sesi.clone()/>
        <TextField name="kuota" label="Kuota" hint=hint("1 sampai 500 kursi. Yang mendaftar sesudahnya masuk daftar tunggu.") kind=TextKind::Digits value=typed.kuota.clone()/>
        <TextField name="tutup" label="Pendaftaran sampai" hint=hint("Tidak sesudah sesi pertama. Contoh: 10 Januari 2027") value=typed.tutup.clone()/>
    }
    .into_any()
}

fn money_view(typed: &TrainingForm, kind: OfficeKind) -> AnyView {
    let foreign = match kind {
        OfficeKind::Desa => "kelurahan",
        OfficeKind::Kelurahan => "apbdes",
    };
    let fits = |(code, _): &(&str, &str)| *code != foreign;
    let choice = |(code, label): (&str, &str)| Choice { code: code.to_owned(), label: label.to_owned(), of: None };
    let funds: Vec<Choice> = FUNDS.into_iter().filter(fits).map(choice).collect();
    let village = matches!(kind, OfficeKind::Desa);
    let activity = village.then(|| {
        let hint = hint("Hanya untuk APBDes: bidang, sub-bidang, kegiatan. Contoh: 04.03.01");
        view! { <TextField name="kegiatan" label="Kode kegiatan" hint value=typed.kegiatan.clone()/> }.into_any()
    });
    view! {
        <Choices name="dana" label="Sumber dana" options=funds value=typed.dana.clone()/>
        {activity}
        <TextField name="mitra" label="Nama mitra" hint=hint("Hanya bila dibiayai mitra.") value=typed.mitra.clone()/>
    }
    .into_any()
}

fn material_view(typed: &TrainingForm, announced: bool) -> AnyView {
    let quiz_hint = if announced {
        "Tidak bisa diubah setelah pendaftaran dibuka."
    } else {
        "Boleh kosong, paling banyak 10 soal. Tulis soal, lalu tiap pilihan di baris baru: - di depan pilihan, * di depan yang benar. Pisahkan soal dengan baris kosong."
    };
    view! {
        <TextArea name="materi" label="Tautan materi" hint=hint("Boleh kosong. Satu baris satu tautan https. Hanya peserta yang melihatnya.") value=typed.materi.clone()/>
        <TextArea name="soal" label="Tes singkat" hint=hint(quiz_hint) value=typed.soal.clone()/>
    }
    .into_any()
}
