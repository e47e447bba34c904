use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::{BlobId, IdemKey};
use crate::features::training::office::RemoveMaterialHere;
use crate::ui::{FileField, FileForm, Icon, PlainForm, Submit, TextField, Way, key_field, was_refused};

pub struct MaterialsFigure {
    pub files: Vec<FileFigure>,
    /// Where another one is sent to, for who may bring one.
    pub upload: Option<String>,
    /// The page.
    pub here: String,
    pub key: IdemKey,
}

pub struct FileFigure {
    pub id: BlobId,
    pub way: Way,
    /// "PDF, 340 KB"
    pub kind: String,
    pub removes: bool,
}

/// Files for those who take part, and where another is brought; nothing where there is neither.
pub fn materials(figure: MaterialsFigure) -> AnyView {
    let MaterialsFigure { files, upload, here, key } = figure;
    if files.is_empty() && upload.is_none() {
        return ().into_any();
    }
    let rows = files.into_iter().map(|file| row_view(file, &here, key)).collect_view();
    view! {
        <section class="flow" id="materi">
            <h2>"Berkas materi"</h2>
            <ul class="rows">{rows}</ul>
            {upload.map(|action| upload_view(action, key))}
        </section>
    }
    .into_any()
}

fn row_view(file: FileFigure, here: &str, key: IdemKey) -> AnyView {
    let FileFigure { id, way: Way { to, words }, kind, removes } = file;
    let (id, here, label) = (id.to_string(), here.to_owned(), ["Hapus ", &words].concat());
    let remove = removes.then(move || {
        view! {
            <PlainForm action=RemoveMaterialHere::PATH here=here of=vec![("_id", id.clone())]>
                <input type="hidden" name="_id" value=id/>
                {key_field(key)}
                <Submit label=label class="btn btn-second btn-row"/>
            </PlainForm>
        }
        .into_any()
    });
    view! {
        <li class="row">
            <span class="in"><a class="link" href=to rel="external">{words}</a><small>{kind}</small></span>
            {remove}
        </li>
    }
    .into_any()
}

fn upload_view(action: String, key: IdemKey) -> AnyView {
    let open = was_refused(&action);
    view! {
        <details class="sheet" open=open>
            <summary class="row">
                <span class="in"><b>"Tambah berkas materi"</b><small>"Hanya untuk peserta yang mendapat kursi"</small></span>
                <Icon name="chevron-down"/>
            </summary>
            <FileForm action=action>
                {key_field(key)}
                <TextField name="nama_berkas" label="Nama berkas" hint=Some("Contoh: Panduan foto produk".to_owned())/>
                <FileField name="berkas" label="Berkas" hint="PDF paling besar 5 MB, atau foto JPEG, PNG, WebP paling besar 12 MB. Paling banyak 10 berkas." accept="application/pdf,image/jpeg,image/png,image/webp"/>
                <Submit label="Kirim berkas"/>
            </FileForm>
        </details>
    }
    .into_any()
}
