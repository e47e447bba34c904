use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::waiting::waiting_view;
use crate::domain::IdemKey;
use crate::features::catalogue::{ON_CARDS, picture_view};
use crate::features::compliance::village::plans::pages::plan_view;
use crate::features::compliance::village::{
    AnswerForm, FactView, FileView, FinishIt, ItemView, ObjectForm, ObjectVerdict, PhotoView, ReadItem, RemovePhoto, ReuseEvidence,
    ReuseView, SampleView, UploadForm, WriteAnswer, WritePlan,
};
use crate::forms::Choice;
use crate::ui::{
    Ask, Choices, DateField, FileField, FileForm, Form, GoneRow, HereButton, Icon, NamedIcon, OfficeLayout, OfficeTab, PageHead, Read,
    Submit, TextArea, TextField, Tick, Way, done_view, drawn_for, key_field, load, mark_view, note_view, read, was_refused,
};

const ITEM: Read<ItemView> = read::<ReadItem, _>();

/// `/kantor/kepatuhan/{butir}`: one item, its answer, and what proves it.
#[component]
pub fn ItemPage() -> AnyView {
    load(ITEM, Ask::nothing().param("butir").query("hasil"), item_view)
}

/// What every form of the page is about.
#[derive(Clone)]
struct About {
    hidden: [(&'static str, String); 3],
    key: IdemKey,
}

impl About {
    fn fields(&self) -> AnyView {
        let hidden = self.hidden.clone().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }.into_any());
        view! { {hidden.into_iter().collect_view()} {key_field(self.key)} }.into_any()
    }
}

fn item_view(view: ItemView) -> AnyView {
    let item = view.code.clone();
    let about = About { hidden: [("_id", view.id.to_string()), ("butir", view.code), ("_kantor", view.desk.clone())], key: view.key };
    let plans = view.plan.as_ref().map(|plan| (plan.form.is_some(), plan.finish.is_some())).unwrap_or_default();
    let gone = gone(view.answer.is_some(), view.reuse.is_some(), view.objection.is_some(), plans);
    let photos = view.photos.iter().filter(|photo| photo.removable).map(|photo| photo.id.clone());
    let files = view.files.iter().filter(|file| file.removable).map(|file| file.id.clone());
    let rows = photos.chain(files).collect();
    let waiting = waiting_view(view.desk, view.name.clone(), view.answer.is_some());
    let answer = match view.answer {
        Some(form) => answer_view(form, about.clone()),
        None => said_view(view.says),
    };
    let removing = about.clone();
    let photos = view.photos.into_iter().map(|photo| photo_view(photo, &removing)).collect_view();
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Compliance>
            <div class="page flow" data-read="">
                <a class="back" href="/kantor/kepatuhan"><Icon name="chevron-left"/>"Daftar 13 butir"</a>
                <p class="soft">{view.number}</p>
                <div class="titled"><span class="ico" data-big=""><NamedIcon name=view.icon/></span><PageHead title=view.name/></div>
                <p class="lede">{view.why}</p>
                <p>{mark_view(view.mark)}</p>
                {view.result.map(done_view)}
                <GoneRow actions=gone field="_id" rows=Vec::new()/>
                <GoneRow actions=vec![<RemovePhoto as ServerFn>::PATH] field="_foto" rows=rows/>
                {view.notes.into_iter().map(note_view).collect_view()}
                {waiting}
                {answer}
                <section class="flow">
                    <h2>{view.photos_title}</h2>
                    <ul class="cards">{photos}</ul>
                    {view.reuse.map(|reuse| reuse_view(reuse, &about))}
                    {wanted_view(view.wanted)}
                    {samples_view(view.samples)}
                    {upload_view(view.upload, view.times, &about)}
                </section>
                {files_view(view.files, view.file_upload, &about)}
                {view.plan.map(|plan| plan_view(plan, item, about.key))}
                {view.objection.map(|form| object_view(form, about.clone()))}
                {history_view(view.history)}
                {ways_view(view.ways)}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

/// Acts that have no form here any more.
fn gone(answers: bool, reuses: bool, objects: bool, (plans, finishes): (bool, bool)) -> Vec<&'static str> {
    let forms = [
        (<WriteAnswer as ServerFn>::PATH, answers),
        (<ReuseEvidence as ServerFn>::PATH, reuses),
        (<ObjectVerdict as ServerFn>::PATH, objects),
        (<WritePlan as ServerFn>::PATH, plans),
        (<FinishIt as ServerFn>::PATH, finishes),
    ];
    forms.into_iter().filter(|(_, there)| !there).map(|(path, _)| path).collect()
}

fn answer_view(form: AnswerForm, about: About) -> AnyView {
    let AnswerForm { seen, claim, note, note_is_public, link, options, more } = form;
    view! {
        <Form action={<WriteAnswer as ServerFn>::PATH}>
            {about.fields()}
            <input type="hidden" name="_seen" value=seen.0.to_string()/>
            <Choices name="nilai" label="Nilai menurut kantor Anda" options value=claim more/>
            <TextArea name="catatan" label="Catatan untuk pemeriksa" hint=Some("Boleh kosong. Paling banyak 1.000 huruf.".to_owned()) value=note/>
            <Tick name="umum" label="Catatan ini boleh dibaca umum bersama hasilnya" ticked=note_is_public/>
            <TextField name="tautan" label="Tautan bukti" hint=Some("Boleh kosong. Ikut terbaca umum. Contoh: https://tamansari.desa.id/wifi".to_owned()) value=link/>
            <div class="btns">
                <Submit label="Simpan, buka butir berikutnya" press=Some(("lakukan", "lanjut"))/>
                <Submit label="Simpan" class="btn btn-second" press=Some(("lakukan", "simpan"))/>
            </div>
        </Form>
    }
    .into_any()
}

fn said_view(says: Vec<FactView>) -> AnyView {
    let line = |fact: FactView| view! { <div><dt>{fact.what}</dt><dd>{fact.said}</dd></div> };
    view! { <section class="sheet"><dl class="kv" data-stack="">{says.into_iter().map(line).collect_view()}</dl></section> }.into_any()
}

fn photo_view(photo: PhotoView, about: &About) -> AnyView {
    let PhotoView { id, picture, taken, more, removable } = photo;
    let about = about.clone();
    let remove = removable.then(|| {
        view! {
            <Form action={<RemovePhoto as ServerFn>::PATH} of=vec![("_foto", id.clone())]>
                {about.fields()}
                <input type="hidden" name="_foto" value=id/>
                <Submit label="Hapus foto" icon=Some("trash") class="btn btn-second btn-row"/>
            </Form>
        }
    });
    let more = more.into_iter().map(|line| view! { <small>{line}</small> }).collect_view();
    view! {
        <li>
            <div class="card">
                {picture_view(picture, ON_CARDS, false)}
                <div><b>{taken}</b>{more}{remove}</div>
            </div>
        </li>
    }
    .into_any()
}

/// Nobody photographs again what stands as it stood.
fn reuse_view(view: ReuseView, about: &About) -> AnyView {
    let photos = view.photos.into_iter().map(|photo| photo_view(photo, about)).collect_view();
    let note = (!view.note.is_empty()).then(|| view! { <p>"Catatan waktu itu: “" {view.note} "”"</p> });
    let about = about.clone();
    view! {
        <section class="sheet flow">
            <h3>"Bukti periode lalu"</h3>
            <p>{view.says}</p>
            <ul class="cards">{photos}</ul>
            {note}
            <p class="soft">"Setiap foto hanya dapat dipakai lagi satu kali, dan pemeriksa tetap melihatnya. Simpan jawaban di atas lebih dulu: yang belum disimpan tidak ikut terkirim."</p>
            <Form action={<ReuseEvidence as ServerFn>::PATH}>
                {about.fields()}
                <Tick name="masih_sama" label="Saya sudah melihatnya sendiri: keadaannya masih sama"/>
                <Submit label="Pakai lagi" icon=Some("check") class="btn btn-second"/>
            </Form>
        </section>
    }
    .into_any()
}

fn wanted_view(wanted: Vec<(String, FactView)>) -> AnyView {
    let line = |(icon, fact): (String, FactView)| view! { <li><NamedIcon name=icon/><div><span class="k">{fact.what}</span><b>{fact.said}</b></div></li> };
    view! { <section class="sheet flow"><h3>"Bukti yang diminta"</h3><ul class="items">{wanted.into_iter().map(line).collect_view()}</ul></section> }
        .into_any()
}

fn samples_view(samples: Vec<SampleView>) -> AnyView {
    if samples.is_empty() {
        return ().into_any();
    }
    let sample = |sample: SampleView| view! { <li><div class="card"><img src=sample.src alt=sample.alt width="160" height="120" loading="lazy" data-wide=""/></div></li> };
    view! {
        <details class="sheet">
            <summary class="row"><span class="in"><b>"Contoh bukti yang baik"</b></span><Icon name="chevron-down"/></summary>
            <ul class="cards">{samples.into_iter().map(sample).collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// What a form with a file says of itself: for whom and for which office it was drawn, should it wait on a phone.
fn sent_from(about: &About) -> AnyView {
    let [.., (name, desk)] = about.hidden.clone();
    view! { {key_field(about.key)} <input type="hidden" name="_oleh" value=drawn_for()/> <input type="hidden" name=name value=desk/> }
        .into_any()
}

/// The browser itself sends it, whether or not the page is alive.
fn upload_view(form: UploadForm, times: Vec<Choice>, about: &About) -> AnyView {
    if !form.open && !was_refused(&form.action) {
        return ().into_any();
    }
    let from = sent_from(about);
    view! {
        <section class="sheet flow">
            <h3>"Tambah foto"</h3>
            <p class="soft">"Simpan jawaban di atas lebih dulu: yang belum disimpan tidak ikut terkirim."</p>
            <FileForm action=form.action>
                {from}
                <FileField name="foto" label="Foto" hint="JPEG, PNG, atau WebP, paling besar 12 MB." accept="image/jpeg,image/png,image/webp"/>
                {(!times.is_empty()).then(|| view! { <Choices name="saat" label="Waktu foto diambil" options=times/> })}
                <DateField name="tanggal" label="Tanggal foto diambil" hint=Some("Boleh kosong: dibaca dari foto, bila kamera mencatatnya.".to_owned()) value=Default::default()/>
                <TextField name="tempat" label="Titik tempat foto" hint=Some("Boleh kosong. Lintang, bujur, ketelitian dalam meter. Contoh: -8.21900,114.36900,12".to_owned())/>
                <HereButton field="tempat"/>
                <TextArea name="alasan" label="Alasan bila tanggal atau tempatnya tidak sesuai" hint=Some("Contoh: foto dari kamera kantor, tanggalnya tidak tercatat.".to_owned())/>
                <p class="soft">"Foto dibaca umum setelah hasil diumumkan."</p>
                <Tick name="setuju" label="Tidak ada wajah orang, atau yang terlihat sudah setuju"/>
                <Submit label="Kirim foto" icon=Some("upload") class="btn btn-second"/>
            </FileForm>
        </section>
    }
    .into_any()
}

/// Files stand apart from photos: nobody asks where and when.
fn files_view(files: Vec<FileView>, form: UploadForm, about: &About) -> AnyView {
    let refused = was_refused(&form.action);
    let drawn = form.open || refused;
    if files.is_empty() && !drawn {
        return ().into_any();
    }
    let (from, about) = (sent_from(about), about.clone());
    let rows = (!files.is_empty()).then(|| {
        let row = |file: FileView| file_view(file, &about);
        view! { <ul class="sheet rows" data-flush="">{files.into_iter().map(row).collect_view()}</ul> }
    });
    let form = drawn.then(|| {
        view! {
            <details class="sheet" open=refused>
                <summary class="row"><span class="in"><b>"Tambah berkas"</b><small>"SK, anggaran, atau daftar: PDF atau gambar"</small></span><Icon name="chevron-down"/></summary>
                <FileForm action=form.action>
                    {from}
                    <FileField name="berkas" label="Berkas" hint="PDF paling besar 5 MB, atau JPEG, PNG, WebP. PDF hanya dibaca pemeriksa; gambar ikut terbaca umum setelah hasil diumumkan." accept="application/pdf,image/jpeg,image/png,image/webp"/>
                    <TextField name="isi_berkas" label="Keterangan berkas" hint=Some("Contoh: SK tim Wi-Fi tahun 2026.".to_owned())/>
                    <Tick name="setuju_gambar" label="Pada gambar tidak ada wajah orang, atau yang terlihat sudah setuju"/>
                    <Submit label="Kirim berkas" icon=Some("upload") class="btn btn-second"/>
                </FileForm>
            </details>
        }
    });
    view! { <section class="flow"><h2>"Berkas"</h2>{rows}{form}</section> }.into_any()
}

fn file_view(file: FileView, about: &About) -> AnyView {
    let FileView { id, to, title, about: said, removable } = file;
    let about = about.clone();
    let remove = removable.then(|| {
        view! {
            <Form action={<RemovePhoto as ServerFn>::PATH} of=vec![("_foto", id.clone())]>
                {about.fields()}
                <input type="hidden" name="_foto" value=id/>
                <Submit label="Hapus berkas" icon=Some("trash") class="btn btn-second btn-row"/>
            </Form>
        }
    });
    view! {
        <li>
            <div class="row">
                <NamedIcon name="file-text"/>
                <span class="in"><a class="link" href=to rel="external" target="_blank">{title}</a><small>{said}</small></span>
                {remove}
            </div>
        </li>
    }
    .into_any()
}

fn object_view(form: ObjectForm, about: About) -> AnyView {
    let action = <ObjectVerdict as ServerFn>::PATH;
    view! {
        <details class="sheet" open=was_refused(action)>
            <summary class="row"><span class="in"><b>"Ajukan keberatan"</b></span><Icon name="chevron-down"/></summary>
            <Form action=action>
                {about.fields()}
                <input type="hidden" name="_seen" value=form.seen.0.to_string()/>
                <p>"Pemeriksa lain memutuskannya. Keputusan itu berlaku, dan keberatan hanya satu kali untuk setiap butir."</p>
                <TextArea name="keberatan" label="Alasan keberatan" hint=Some("Katakan apa yang menurut kantor Anda sudah ada, dan di foto mana terlihat.".to_owned())/>
                <Submit label="Kirim keberatan" class="btn btn-second"/>
            </Form>
        </details>
    }
    .into_any()
}

fn history_view(history: Vec<FactView>) -> AnyView {
    if history.is_empty() {
        return ().into_any();
    }
    let line = |fact: FactView| view! { <li>{fact.what} " " <small>{fact.said}</small></li> };
    view! {
        <details class="sheet">
            <summary class="row"><span class="in"><b>"Riwayat butir ini"</b></span><Icon name="chevron-down"/></summary>
            <ul class="list">{history.into_iter().map(line).collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn ways_view(ways: Vec<Way>) -> AnyView {
    let way = |way: Way| view! { <a class="link" href=way.to>{way.words}</a> };
    view! { <nav class="links" aria-label="Butir lain">{ways.into_iter().map(way).collect_view()}</nav> }.into_any()
}
