//! Each page asks for its own picture, and all are framed alike.

use leptos::prelude::*;
use leptos_meta::Meta;

use crate::features::training::office::{
    ReadCertificates, ReadChangeTraining, ReadNewTraining, ReadSignList, ReadTraining, ReadTrainings, ReadWall, TrainingDeskView, WallView,
};
use crate::ui::{Ask, Drawing, OfficeLayout, OfficeTab, PageHead, PrintButton, Read, back_view, done_view, load, read};

const LIST: Read<TrainingDeskView> = read::<ReadTrainings, _>();
const NEW: Read<TrainingDeskView> = read::<ReadNewTraining, _>();
const TRAINING: Read<TrainingDeskView> = read::<ReadTraining, _>();
const CHANGE: Read<TrainingDeskView> = read::<ReadChangeTraining, _>();
const CERTIFICATES: Read<TrainingDeskView> = read::<ReadCertificates, _>();
const WALL: Read<WallView> = read::<ReadWall, _>();
const SIGN_LIST: Read<TrainingDeskView> = read::<ReadSignList, _>();

/// `/kantor/pelatihan`
#[component]
pub fn TrainingsPage() -> AnyView {
    load(LIST, Ask::nothing().query("setelah"), desk_view)
}

/// `/kantor/pelatihan/baru`
#[component]
pub fn NewTrainingPage() -> AnyView {
    load(NEW, Ask::nothing(), desk_view)
}

/// `/kantor/pelatihan/{id}`
#[component]
pub fn TrainingPage() -> AnyView {
    load(TRAINING, Ask::nothing().param("id").query("sesi").query("hasil").query("nilai"), desk_view)
}

/// `/kantor/pelatihan/{id}/ubah`
#[component]
pub fn ChangeTrainingPage() -> AnyView {
    load(CHANGE, Ask::nothing().param("id"), desk_view)
}

/// `/kantor/pelatihan/{id}/daftar-hadir`
#[component]
pub fn SignListPage() -> AnyView {
    load(SIGN_LIST, Ask::nothing().param("id"), desk_view)
}

/// `/kantor/pelatihan/{id}/sertifikat`
#[component]
pub fn CertificatesPage() -> AnyView {
    load(CERTIFICATES, Ask::nothing().param("id").query("hasil"), desk_view)
}

/// `/kantor/pelatihan/{id}/layar/{sesi}`: it loads itself again when the code on it changes, without a script.
#[component]
pub fn WallPage() -> AnyView {
    load(WALL, Ask::nothing().param("id").param("sesi"), wall_view)
}

fn wall_view(view: WallView) -> AnyView {
    view! {
        <Meta http_equiv="refresh" content=view.refresh/>
        <main id="isi">
            <div class="page flow">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{view.lede}</p>
                <Drawing html=view.drawn/>
            </div>
        </main>
    }
    .into_any()
}

pub fn desk_view(view: TrainingDeskView) -> AnyView {
    let back = view.back.map(back_view);
    if view.sheet {
        return view! {
            <main id="isi">
                <div class="print flow">
                    <p class="links no-print">{back}<PrintButton/></p>
                    <PageHead title=view.title/>
                    <Drawing html=view.drawn/>
                </div>
            </main>
        }
        .into_any();
    }
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Training>
            <div class="page flow" data-read="">
                {back}
                <PageHead title=view.title/>
                {view.result.map(done_view)}
                <Drawing html=view.drawn/>
            </div>
        </OfficeLayout>
    }
    .into_any()
}
