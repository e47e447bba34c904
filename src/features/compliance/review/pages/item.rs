use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::about_view;
use crate::features::compliance::review::{
    AlikeView, FormView, HappenedView, ItemRow, ItemView, NeighbourView, PhotoView, ReadReviewItem, ReviewView, TakeBackVerdict,
    VerdictForm, WriteRevision, WriteVerdict,
};
use crate::features::compliance::village::FileView;
use crate::ui::{
    Ask, Choices, Form, GoneRow, Icon, PageHead, Read, RegencyLayout, RegencyTab, Submit, TextArea, Way, back_view, done_view, load,
    mark_view, note_view, read, was_refused,
};

const ITEM: Read<ReviewView> = read::<ReadReviewItem, _>();

/// `/bpm/telaah/{slug}/{butir}`: an item of an office, with what proves it and what was said of it.
#[component]
pub fn ReviewItemPage() -> AnyView {
    load(ITEM, Ask::nothing().param("slug").param("butir").query("kampanye").query("hasil"), review_view)
}

fn review_view(view: ReviewView) -> AnyView {
    let (words, reached, of) = view.progress;
    let item = view.item;
    let drawn = match &item.form {
        Some(VerdictForm::Judge(_)) => WriteVerdict::PATH,
        Some(VerdictForm::Undo(_)) => TakeBackVerdict::PATH,
        Some(VerdictForm::Revise(_) | VerdictForm::ShowFactor(..)) => WriteRevision::PATH,
        None => "",
    };
    let gone = [WriteVerdict::PATH, TakeBackVerdict::PATH, WriteRevision::PATH].into_iter().filter(|path| *path != drawn).collect();
    let way = |way: Way| view! { <a class="link" href=way.to><Icon name="walk"/>{way.words}</a> };
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Review>
            <div class="page flow">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{view.lede}</p>
                <GoneRow actions=gone field="_butir" rows=Vec::new()/>
                {view.result.map(done_view)}
                {view.notes.into_iter().map(note_view).collect_view()}
                <p><b>{words.clone()}</b></p>
                <progress max=of value=reached aria-label=words></progress>
                <div class="cols" data-three="">
                    <div class="flow">{items_view(view.items)}{view.ways.into_iter().map(way).collect_view()}</div>
                    {middle_view(&item)}
                    {side_view(item)}
                </div>
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn items_view(items: Vec<ItemRow>) -> AnyView {
    let row = |item: ItemRow| {
        view! { <li><a class="row" href=item.way.to aria-current=item.here.then_some("true")><span class="in">{item.way.words}</span>{mark_view(item.mark)}</a></li> }
    };
    view! { <nav aria-label="Butir"><ul class="sheet rows" data-flush="">{items.into_iter().map(row).collect_view()}</ul></nav> }.into_any()
}

fn middle_view(item: &ItemView) -> AnyView {
    let claim = match item.claim.clone() {
        Some(mark) => mark_view(mark),
        None => view! { <span class="soft">"Belum diisi"</span> }.into_any(),
    };
    let note = (!item.note.is_empty()).then(|| view! { <p>"“" {item.note.clone()} "”"</p> });
    let link = item.link.clone().map(|link| {
        view! {
            <p>"Tautan ke " <b>{link.host}</b></p>
            <p class="links"><a class="link" href=link.to.clone() rel="external ugc nofollow noopener" target="_blank"><Icon name="external"/>{link.to.clone()}</a></p>
        }
    });
    view! {
        <section class="sheet flow order-first desk:order-none">
            <div class="top"><h2>{item.title.clone()}</h2><span class="soft">{item.aspect.clone()}</span></div>
            {photos_view(item.photos.clone())}
            {again_view(item.again.clone())}
            {files_view(item.files.clone())}
            {figures_view(item.figures.clone())}
            <h3>"Nilai kantor sendiri"</h3>
            <p>{claim}</p>
            {note}
            {link}
            <p class="soft">"Pemeriksa tidak mengubah nilai kantor."</p>
            {form_view(item)}
            {history_view(item.history.clone())}
        </section>
    }
    .into_any()
}

fn photos_view(photos: Vec<PhotoView>) -> AnyView {
    if photos.is_empty() {
        return view! { <p class="soft">"Tidak ada foto."</p> }.into_any();
    }
    let photo = |photo: PhotoView| {
        let lines = photo.lines.into_iter().map(|line| view! { <small>{line}</small> }).collect_view();
        let doubt = |doubt: String| view! { <span class="say" data-who="you"><Icon name="alert-triangle"/>{doubt}</span> };
        let doubts = photo.doubts.into_iter().map(doubt).collect_view();
        let alike = photo.alike.into_iter().map(alike_view).collect_view();
        view! {
            <li>
                <a class="card" href=photo.whole rel="external" target="_blank">
                    <img data-wide="" src=photo.src alt=photo.alt width=photo.width height=photo.height loading="lazy"/>
                    <div>{lines}{doubts}</div>
                </a>
            </li>
            {alike}
        }
    };
    view! { <ul class="cards">{photos.into_iter().map(photo).collect_view()}</ul> }.into_any()
}

fn again_view(again: Vec<AlikeView>) -> AnyView {
    if again.is_empty() {
        return ().into_any();
    }
    view! { <ul class="cards">{again.into_iter().map(alike_view).collect_view()}</ul> }.into_any()
}

/// Beside the one that it looks like; the reviewer alone is told.
fn alike_view(alike: AlikeView) -> AnyView {
    view! {
        <li>
            <a class="card" href=alike.whole rel="external" target="_blank">
                <img data-wide="" src=alike.src alt="" loading="lazy"/>
                <div><span class="say" data-who="you"><Icon name="copy"/>{alike.words}</span></div>
            </a>
        </li>
    }
    .into_any()
}

fn files_view(files: Vec<FileView>) -> AnyView {
    if files.is_empty() {
        return ().into_any();
    }
    let line = |file: FileView| {
        view! { <li><Icon name="file-text"/><div><a href=file.to rel="external" target="_blank">{file.title}</a> <span class="k">{file.about}</span></div></li> }
    };
    view! { <h3>"Berkas"</h3> <ul class="items">{files.into_iter().map(line).collect_view()}</ul> }.into_any()
}

/// What the system counts by itself.
fn figures_view(figures: Vec<(String, String)>) -> AnyView {
    if figures.is_empty() {
        return ().into_any();
    }
    let line = |(when, said): (String, String)| view! { <li><Icon name="device-mobile"/><div><span class="k">{when}</span><b>{said}</b></div></li> };
    view! { <h3>"Dihitung aplikasi ini"</h3> <ul class="items">{figures.into_iter().map(line).collect_view()}</ul> }.into_any()
}

/// Where the item stands, and the one thing that can be done with it.
fn form_view(item: &ItemView) -> AnyView {
    let reason = (!item.reason.is_empty()).then(|| view! { <p>"“" {item.reason.clone()} "”"</p> });
    let stands = view! { <h3>"Putusan"</h3> <p>{mark_view(item.mark.clone())}</p> {reason} }.into_any();
    let act = match item.form.clone() {
        Some(VerdictForm::Judge(form)) => return view! { {reason_only(item)} {judge_view(form)} }.into_any(),
        Some(VerdictForm::Undo(form)) => undo_view(form),
        Some(VerdictForm::Revise(form)) => revise_view(form),
        Some(VerdictForm::ShowFactor(_, form)) if was_refused(WriteRevision::PATH) => revise_view(form),
        Some(VerdictForm::ShowFactor(to, _)) => {
            view! { <p><a class="btn btn-second" href=to rel="external"><Icon name="lock"/>"Buka untuk memperbaiki putusan"</a></p> }
                .into_any()
        }
        None => ().into_any(),
    };
    view! { {stands} {act} }.into_any()
}

/// What the office objects with, above the form that answers it.
fn reason_only(item: &ItemView) -> AnyView {
    if item.reason.is_empty() {
        return ().into_any();
    }
    view! { <p>{mark_view(item.mark.clone())}</p> <p>"“" {item.reason.clone()} "”"</p> }.into_any()
}

fn judge_view(form: FormView) -> AnyView {
    let choices = form.choices.clone();
    view! {
        <Form action=WriteVerdict::PATH>
            {about_view(form)}
            <Choices name="putusan" label="Putusan Anda" options=choices/>
            <TextArea name="alasan" label="Alasan untuk kantor" hint=Some("Wajib, kecuali putusannya terpenuhi. Contoh: Jadwal pembersihan belum terlihat di foto.".to_owned())/>
            <Submit label="Simpan, lanjut"/>
        </Form>
    }
    .into_any()
}

fn undo_view(form: FormView) -> AnyView {
    view! {
        <Form action=TakeBackVerdict::PATH>
            {about_view(form)}
            <p class="soft">"Putusan atau hasil kunjungan Anda bisa ditarik sampai hasilnya terbit, selama kantor belum memperbaikinya."</p>
            <Submit label="Tarik putusan" class="btn btn-second"/>
        </Form>
    }
    .into_any()
}

fn revise_view(form: FormView) -> AnyView {
    let choices = form.choices.clone();
    view! {
        <details open=was_refused(WriteRevision::PATH)>
            <summary class="row"><span class="in"><b>"Perbaiki putusan yang sudah terbit"</b></span><Icon name="chevron-down"/></summary>
            <Form action=WriteRevision::PATH>
                {about_view(form)}
                <p>"Hasil kantor ini langsung berubah, dan semua orang membaca alasannya."</p>
                <Choices name="putusan" label="Putusan yang benar" options=choices/>
                <TextArea name="alasan" label="Alasan" hint=Some("Dibaca umum. Contoh: Kunjungan menunjukkan sabun tidak tersedia.".to_owned())/>
                <Submit label="Simpan perbaikan"/>
            </Form>
        </details>
    }
    .into_any()
}

fn history_view(history: Vec<HappenedView>) -> AnyView {
    if history.is_empty() {
        return ().into_any();
    }
    let line = |line: HappenedView| {
        let reason = (!line.reason.is_empty()).then(|| view! { <p>"“" {line.reason} "”"</p> });
        view! { <li><Icon name="clock"/><div><span class="k">{line.when}</span><b>{line.what}</b>{reason}</div></li> }
    };
    view! {
        <details>
            <summary class="row"><span class="in"><b>"Riwayat butir ini"</b></span><Icon name="chevron-down"/></summary>
            <ul class="items">{history.into_iter().map(line).collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn side_view(item: ItemView) -> AnyView {
    let line = |(points, words): (String, String)| view! { <div><dt>{points}</dt><dd>{words}</dd></div> };
    let before = item.before.map(|(name, said)| view! { <section class="sheet flow"><h2>{name}</h2><p>{said}</p></section> });
    view! {
        <div class="flow">
            {item.doubt.map(note_view)}
            {item.plan.map(note_view)}
            <section class="sheet flow">
                <h2>"Ukuran nilai"</h2>
                <dl class="kv" data-stack="">{item.rubric.into_iter().map(line).collect_view()}</dl>
                <p class="soft">{item.source}</p>
            </section>
            {before}
            {neighbours_view(item.neighbours)}
        </div>
    }
    .into_any()
}

fn neighbours_view(neighbours: Vec<NeighbourView>) -> AnyView {
    if neighbours.is_empty() {
        return ().into_any();
    }
    let line = |line: NeighbourView| view! { <div><dt>{line.name}</dt><dd>{mark_view(line.mark)}</dd></div> };
    view! {
        <section class="sheet flow">
            <h2>"Kantor lain di kecamatan ini"</h2>
            <dl class="kv">{neighbours.into_iter().map(line).collect_view()}</dl>
        </section>
    }
    .into_any()
}
