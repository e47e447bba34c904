use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::attendance::{SessionFigure, attendance};
use super::material::{MaterialsFigure, materials};
use super::outcome::outcome;
pub use super::people::PersonFigure;
use super::people::people;
use crate::domain::{IdemKey, TrainingId, Version};
use crate::features::training::office::read::Outcome;
use crate::features::training::office::{
    CancelTrainingHere, EnrolSomebody, FinishTrainingHere, OpenTrainingHere, RemoveMaterialHere, WithdrawSomebody,
};
use crate::ui::{GoneRow, Icon, MarkView, PlainForm, Submit, TextArea, TextField, TextKind, Way, key_field, mark_view, was_refused};

pub struct TrainingFigure {
    /// The address of the page.
    pub here: String,
    pub id: TrainingId,
    pub seen: Option<Version>,
    pub mark: MarkView,
    pub facts: Vec<(&'static str, String)>,
    pub sessions: Vec<String>,
    pub ways: Vec<Way>,
    /// What can be done with it now.
    pub opens: bool,
    pub finishes: bool,
    pub cancels: bool,
    pub enrols: bool,
    /// Nobody can be in it yet.
    pub draft: bool,
    pub people: Vec<PersonFigure>,
    /// With how they did in the tests.
    pub tested: bool,
    /// The way to that.
    pub scores: Option<Way>,
    pub session: Option<SessionFigure>,
    pub materials: MaterialsFigure,
    pub outcome: Outcome,
    pub key: IdemKey,
}

pub fn training(figure: TrainingFigure) -> String {
    let gone = gone_view(&figure);
    let acts = acts_view(&figure);
    let cancel = figure.cancels.then(|| cancel_view(&figure));
    let enrol = figure.enrols.then(|| enrol_view(&figure));
    let TrainingFigure {
        here,
        mark,
        facts,
        sessions,
        ways,
        draft,
        people: all,
        tested,
        scores,
        session,
        materials: files,
        outcome: figures,
        key,
        ..
    } = figure;
    let fact = |(name, said): (&'static str, String)| view! { <div><dt>{name}</dt><dd>{said}</dd></div> }.into_any();
    let session_row = |said: String| view! { <li class="row"><span class="in">{said}</span></li> }.into_any();
    let way = |way: Way| view! { <a class="link" href=way.to>{way.words}</a> }.into_any();
    let ways = (!ways.is_empty()).then(|| view! { <p class="links">{ways.into_iter().map(way).collect_view()}</p> }.into_any());
    let list = (!draft).then(|| people_view(people(all, tested, &here, key), scores, enrol));
    view! {
        <p>{mark_view(mark)}</p>
        {gone}
        {ways}
        {acts}
        <section class="sheet flow">
            <dl class="kv">{facts.into_iter().map(fact).collect_view()}</dl>
            <h2>"Sesi"</h2>
            <ul class="rows">{sessions.into_iter().map(session_row).collect_view()}</ul>
        </section>
        {session.map(attendance)}
        {list}
        {outcome(figures)}
        {materials(files)}
        {cancel}
    }
    .into_any()
    .to_html()
}

fn people_view(list: AnyView, scores: Option<Way>, enrol: Option<AnyView>) -> AnyView {
    let scores = scores.map(|Way { to, words }| {
        view! {
            <p class="links"><a class="link" href=to>{words}</a></p>
            <p class="soft">"Peserta membaca di halaman Siapa melihat bahwa nilainya dibuka."</p>
        }
        .into_any()
    });
    view! { <section class="flow" id="peserta"><h2>"Peserta"</h2>{list}{scores}{enrol}</section> }.into_any()
}

/// What was refused in a form that is no longer on the page: a colleague was faster.
fn gone_view(figure: &TrainingFigure) -> AnyView {
    let here = |there: bool| if there { vec![figure.id.to_string()] } else { Vec::new() };
    let left = figure.people.iter().filter(|one| one.leaves).map(|one| one.id.to_string()).collect();
    let files = figure.materials.files.iter().filter(|file| file.removes).map(|file| file.id.to_string()).collect();
    let noted = here(figure.session.as_ref().is_some_and(|session| session.may_note));
    view! {
        <GoneRow actions=vec![<OpenTrainingHere as ServerFn>::PATH] field="_id" rows=here(figure.opens)/>
        <GoneRow actions=vec![<FinishTrainingHere as ServerFn>::PATH] field="_id" rows=here(figure.finishes)/>
        <GoneRow actions=vec![<CancelTrainingHere as ServerFn>::PATH] field="_id" rows=here(figure.cancels)/>
        <GoneRow actions=vec![<EnrolSomebody as ServerFn>::PATH] field="_id" rows=here(figure.enrols)/>
        <GoneRow actions=vec![<WithdrawSomebody as ServerFn>::PATH] field="_id" rows=left/>
        <GoneRow actions=vec![<RemoveMaterialHere as ServerFn>::PATH] field="_id" rows=files/>
        <GoneRow actions=vec![crate::features::training::office::MarkSession::PATH] field="_id" rows=noted/>
    }
    .into_any()
}

fn seen_fields(id: TrainingId, seen: Option<Version>) -> AnyView {
    view! {
        <input type="hidden" name="_id" value=id.to_string()/>
        <input type="hidden" name="_seen" value=seen.map(|seen| seen.0.to_string())/>
    }
    .into_any()
}

fn acts_view(figure: &TrainingFigure) -> AnyView {
    let (id, seen, key) = (figure.id, figure.seen, figure.key);
    let press = |action: &'static str, label: &'static str, says: &'static str| {
        let here = figure.here.clone();
        view! {
            <section class="sheet">
                <PlainForm action=action here=here>
                    {seen_fields(id, seen)}
                    {key_field(key)}
                    <p>{says}</p>
                    <Submit label=label/>
                </PlainForm>
            </section>
        }
        .into_any()
    };
    let open = "Semua orang melihat pelatihan ini dan dapat mendaftar. Soal tes tidak bisa diubah lagi sesudahnya.";
    let opens = figure.opens.then(|| press(OpenTrainingHere::PATH, "Buka pendaftaran", open));
    let finish = "Kehadiran tidak berubah lagi sesudahnya. Periksa dulu semua sesi.";
    let finishes = figure.finishes.then(|| press(FinishTrainingHere::PATH, "Selesaikan pelatihan", finish));
    view! { {opens} {finishes} }.into_any()
}

fn cancel_view(figure: &TrainingFigure) -> AnyView {
    let (id, seen, key, here) = (figure.id, figure.seen, figure.key, figure.here.clone());
    let open = was_refused(CancelTrainingHere::PATH);
    view! {
        <details class="sheet" open=open>
            <summary class="row"><span class="in"><b>"Batalkan pelatihan"</b></span><Icon name="chevron-down"/></summary>
            <PlainForm action=CancelTrainingHere::PATH here=here>
                {seen_fields(id, seen)}
                {key_field(key)}
                <TextArea name="alasan" label="Alasan" hint=Some("Dibaca semua peserta.".to_owned()) value=String::new()/>
                <Submit label="Batalkan pelatihan" class="btn btn-stop"/>
            </PlainForm>
        </details>
    }
    .into_any()
}

fn enrol_view(figure: &TrainingFigure) -> AnyView {
    let (id, key, here) = (figure.id, figure.key, figure.here.clone());
    let open = was_refused(EnrolSomebody::PATH);
    view! {
        <details class="sheet" open=open>
            <summary class="row">
                <span class="in"><b>"Daftarkan orang"</b><small>"Untuk yang datang ke loket, juga yang tidak punya HP"</small></span>
                <Icon name="chevron-down"/>
            </summary>
            <PlainForm action=EnrolSomebody::PATH here=here>
                <input type="hidden" name="_id" value=id.to_string()/>
                {key_field(key)}
                <TextField name="nama" label="Nama" hint=Some("Seperti akan tertulis di sertifikat.".to_owned())/>
                <TextField name="telepon" label="Nomor HP" hint=Some("Boleh kosong. Bila orang lain dengan nama yang sama, isi nomor HP-nya.".to_owned()) kind=TextKind::Phone/>
                <Submit label="Daftarkan"/>
            </PlainForm>
        </details>
    }
    .into_any()
}
