use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::catalogue::table::{ChangedRow, DraftView, ImportView, ReadImport, WriteImport, WrongRow};
use crate::ui::{
    Ask, FileField, FileForm, Form, Icon, NamedIcon, OfficeLayout, OfficeTab, PageHead, Read, Redraw, Submit, done_view, key_field, load,
    read, use_redraw,
};

const IMPORT: Read<ImportView> = read::<ReadImport, _>();

/// `/kantor/produk/impor`: a file comes in, is looked through, and is written once all of it is right.
#[component]
pub fn ImportPage() -> AnyView {
    load(IMPORT, Ask::nothing().query("berkas").query("hasil"), import_view)
}

fn import_view(view: ImportView) -> AnyView {
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Market>
            <div class="page flow">
                <a class="back" href="/kantor/produk"><Icon name="chevron-left"/>"Produk"</a>
                <PageHead title="Impor produk"/>
                <p class="lede">"Berkas diperiksa dulu, baris demi baris. Yang ditulis adalah usulan, yang disetujui petugas lain."</p>
                {view.result.map(done_view)}
                {view.draft.map(draft_view)}
                {upload_view()}
                {columns_view(view.columns)}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

/// The browser itself sends it, whether or not the page is alive.
fn upload_view() -> AnyView {
    view! {
        <section class="sheet flow">
            <h2>"Unggah berkas"</h2>
            <FileForm action="/kantor/produk/impor/berkas".to_owned()>
                <FileField name="berkas" label="Berkas" hint="XLSX, atau CSV dalam UTF-8. Paling banyak 2 MB dan 2.000 baris." accept=".xlsx,.csv"/>
                <Submit label="Periksa berkas" icon=Some("upload") class="btn"/>
            </FileForm>
            <p>"Paling mudah: unduh produk yang sudah ada, ubah atau tambah barisnya, lalu unggah lagi."</p>
            {files_view()}
        </section>
    }
    .into_any()
}

/// All that is there, as a file.
fn files_view() -> AnyView {
    view! {
        <p class="links">
            <a class="link" href="/kantor/produk/ekspor.xlsx" download="" rel="external"><Icon name="download"/>"Unduh semua produk (XLSX)"</a>
            <a class="link" href="/kantor/produk/ekspor.csv" download="" rel="external"><Icon name="download"/>"Unduh semua produk (CSV)"</a>
        </p>
    }
    .into_any()
}

fn columns_view(columns: Vec<(String, String)>) -> AnyView {
    let column = |(head, what): (String, String)| view! { <div><dt>{head}</dt><dd>{what}</dd></div> };
    view! {
        <details class="sheet">
            <summary class="row"><span class="in"><b>"Isi tiap kolom"</b></span><Icon name="chevron-down"/></summary>
            <dl class="kv">{columns.into_iter().map(column).collect_view()}</dl>
        </details>
    }
    .into_any()
}

fn draft_view(draft: DraftView) -> AnyView {
    let (who, icon, title, text) = draft.verdict;
    let count = |(what, number): (String, String)| view! { <div><dt>{what}</dt><dd>{number}</dd></div> };
    let corrected = draft.corrected.map(|way| {
        view! { <p><a class="btn" href=way.to download="" rel="external"><Icon name="download"/>{way.words}</a></p> }.into_any()
    });
    let (file, seen, key) = (draft.file, draft.seen, draft.key);
    let overtaken = overtaken_view(&seen);
    let write = draft.button.map(|button| {
        view! {
            <Form action=WriteImport::PATH>
                <input type="hidden" name="_berkas" value=file/>
                <input type="hidden" name="_seen" value=seen/>
                {key_field(key)}
                <Submit label=button icon=Some("send") class="btn"/>
            </Form>
        }
        .into_any()
    });
    view! {
        <section class="flow">
            <h2>"Hasil pemeriksaan"</h2>
            {overtaken}
            <div class="note" data-who=who role="status" tabindex="-1"><NamedIcon name=icon/><div><b>{title}</b><p>{text}</p></div></div>
            <div class="sheet"><dl class="kv">{draft.counts.into_iter().map(count).collect_view()}</dl></div>
            {corrected}
            {wrong_view(draft.wrong, draft.more_wrong)}
            {changed_view(draft.changed, draft.more_changed)}
            {write}
        </section>
    }
    .into_any()
}

/// Rows that somebody else has changed between the look at them and the press of the button.
fn overtaken_view(seen: &str) -> Option<AnyView> {
    let redraw = use_redraw().filter(Redraw::is_overtaken)?;
    let before: Vec<&str> = redraw.typed("_seen")?.split(',').collect();
    let now = seen.split(',').filter(|row| !row.is_empty() && !before.contains(row));
    let lines: Vec<&str> = now.filter_map(|row| row.split(':').next()).collect();
    let title = if lines.is_empty() { String::new() } else { ["Baru saja diubah orang lain: baris ", &lines.join(", ")].concat() };
    (!lines.is_empty()).then(|| {
        view! {
            <div class="note" data-who="you"><Icon name="flag"/><div><b>{title}</b><p>"Periksa lagi di bawah, lalu ajukan."</p></div></div>
        }
        .into_any()
    })
}

fn wrong_view(rows: Vec<WrongRow>, more: Option<String>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let row = |row: WrongRow| {
        view! {
            <tr>
                <td data-th="Baris" data-n="">{row.line}</td>
                <td data-th="Kolom"><b>{row.column}</b></td>
                <td data-th="Yang perlu diperbaiki"><span>{row.sentence}</span></td>
            </tr>
        }
    };
    let heads = view! { <tr><th scope="col">"Baris"</th><th scope="col">"Kolom"</th><th scope="col">"Yang perlu diperbaiki"</th></tr> };
    table_view("Baris yang perlu diperbaiki", heads.into_any(), rows.into_iter().map(row).collect_view().into_any(), more)
}

fn changed_view(rows: Vec<ChangedRow>, more: Option<String>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let row = |row: ChangedRow| {
        view! {
            <tr>
                <td data-th="Baris" data-n="">{row.line}</td>
                <td data-th="Produk"><b>{row.name}</b></td>
                <td data-th="Perubahan"><span>{row.what}</span></td>
            </tr>
        }
    };
    let heads = view! { <tr><th scope="col">"Baris"</th><th scope="col">"Produk"</th><th scope="col">"Perubahan"</th></tr> };
    table_view("Yang akan diajukan", heads.into_any(), rows.into_iter().map(row).collect_view().into_any(), more)
}

fn table_view(caption: &'static str, heads: AnyView, rows: AnyView, more: Option<String>) -> AnyView {
    view! {
        <div class="sheet" data-flush="">
            <div class="t-wrap"><table class="t"><caption class="sr-only">{caption}</caption><thead>{heads}</thead><tbody>{rows}</tbody></table></div>
        </div>
        {more.map(|more| view! { <p class="soft">{more}</p> }.into_any())}
    }
    .into_any()
}
