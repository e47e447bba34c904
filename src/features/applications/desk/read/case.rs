use super::{Desk, choice, service_name};
use crate::access::{ActName, Refusal};
use crate::domain::{ApplicationId, Instant, Lang, Version};
use crate::features::applications::acts::{given_on, service};
use crate::features::applications::desk::people::Names;
use crate::features::applications::desk::views::{
    AbsentLine, AnswerGroup, AnswerLine, DeskCaseView, HistoryLine, IssuedLine, PhotoLine, ReturnedLine, SameCardLine, SkpwniLine,
};
use crate::features::applications::desk::words::{due_of, happened, size};
use crate::features::applications::policy::{Look, look};
use crate::features::applications::read::transfer;
use crate::features::applications::store::SameCard;
use crate::features::applications::{Application, Channel, Event, ReasonCode, State, Target, drafting, store};
use crate::features::letters::{self, Facsimile, Numbers, facsimile, stored_letter};
use crate::features::offices::{KeptProfile, profile, what_is_missing};
use crate::features::services::catalogue;
use crate::forms::{Choice, FieldKind, Given, Line, Schema, Sight, asked, summary};
use crate::server::access_log::{self, AccessPurpose, Look as Seen};
use crate::server::act::Object;
use crate::server::db::OfficeScope;

const ACTS: [ActName; 12] = [
    ActName::Claim,
    ActName::RequestFix,
    ActName::Reject,
    ActName::Approve,
    ActName::SendBack,
    ActName::Agree,
    ActName::Forward,
    ActName::ReceiveSkpwni,
    ActName::HandOver,
    ActName::Revoke,
    ActName::Comment,
    ActName::Reveal,
];

/// `/kantor/permohonan/{id}`: the whole case on one screen.
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn case(desk: &Desk<'_>, id: ApplicationId) -> Result<DeskCaseView, Refusal> {
    let scope = desk.scope().await?;
    let case = store::case(&scope, id).await?;
    let seen = look(desk.actor, &case);
    if seen == Look::Nothing {
        return Err(Refusal::NotFound);
    }
    let waits = desk.waits(&scope).await?;
    let kept = profile(&scope).await?;
    let revealed = store::revealed(&scope, id, desk.me, desk.now.at).await?;
    let told = store::timeline(&scope, &case).await?;
    let issued = issued(desk, &scope, &case).await?;
    let transfer = transfer(&scope, id).await?;
    let full = seen == Look::Full;
    let same_card = if full { store::of_same_card(&scope, &case).await? } else { Vec::new() };
    let (leaves, skpwni) = (leaves_the_regency(&scope, &case).await?, skpwni(desk, &scope, &case).await?);
    drop(scope);
    let goes_on = goes_on(&case);
    let given = given_on(desk.now.day, case.office)?;
    if full {
        // What is not noted is not shown.
        let object = Object::new("application", id);
        access_log::log(desk.db, desk.actor, Seen { subject: case.owner, purpose: AccessPurpose::CaseReview, object }).await?;
    }
    let (letter, no_letter) = preview(desk, &case, &kept, full, revealed.is_some());
    let names = Names::read(desk.db, told.iter().filter_map(|event| event.by).chain(case.lease.map(|lease| lease.by))).await?;
    Ok(DeskCaseView {
        frame: desk.frame(&waits),
        id,
        seen: case.version.unwrap_or(Version::FIRST),
        state: case.state,
        service: service_name(&case),
        reference: case.reference.map(|reference| reference.to_string()).unwrap_or_default(),
        sent: sent(desk, &case),
        hold: hold(desk, &case, &names),
        due: case.is_promised(goes_on).then(|| due_of(&desk.now, &case)),
        groups: if full { groups(&case, &given, revealed.is_some())? } else { Vec::new() },
        photos: if full { photos(&case) } else { Vec::new() },
        absent: if full { absent(&case, &given)? } else { Vec::new() },
        returned: returned(&case),
        history: told.into_iter().rev().map(|event| history(desk, event, &names)).collect(),
        same_card: same_card.into_iter().map(same_card_line).collect(),
        letter,
        no_letter: no_letter.to_owned(),
        missing: what_is_missing(&kept.profile, desk.office.kind),
        issued,
        transfer,
        skpwni,
        revealed: revealed.map(|until: Instant| desk.now.time(until)).unwrap_or_default(),
        reveal_reasons: AccessPurpose::REVEALS.map(|purpose| choice(purpose.code(), reveal_words(purpose))).into(),
        return_reasons: ReasonCode::RETURN.map(|reason| choice(reason.code(), reason_words(reason))).into(),
        refuse_reasons: refuse_reasons(),
        revoke_reasons: letters::Reason::ALL.map(|reason| choice(reason.code(), revoke_words(reason))).into(),
        can: can(desk, &case, leaves),
        stepped_up: desk.actor.stepped_up(),
        key: desk.key(),
    })
}

fn same_card_line(case: SameCard) -> SameCardLine {
    SameCardLine {
        id: case.id,
        service: catalogue().service(&case.service, Lang::Id).map(|service| service.name.clone()).unwrap_or_default(),
        reference: case.reference.map(|reference| reference.to_string()).unwrap_or_default(),
        state: case.state,
        why: if case.same_nik { "NIK sama" } else { "KK sama" }.to_owned(),
    }
}

/// What the policy allows and the state has a use for: a button that can only fail is no button.
fn can(desk: &Desk<'_>, case: &Application, leaves: bool) -> Vec<ActName> {
    let now = |act: &ActName| match act {
        ActName::Claim => case.waits_for_an_officer(desk.now.at) && !case.held_by(Some(desk.me)),
        ActName::RequestFix | ActName::Reject | ActName::Approve => case.state == State::InReview,
        ActName::SendBack | ActName::Agree => case.state == State::AwaitingSignature,
        ActName::Forward => case.state == State::Issued && goes_on(case),
        ActName::ReceiveSkpwni => matches!(case.state, State::Forwarded | State::Completed) && leaves,
        ActName::HandOver => case.state == State::Forwarded || case.state == State::Issued && !goes_on(case),
        ActName::Revoke => matches!(case.state, State::Issued | State::Forwarded | State::Completed),
        _ => true,
    };
    let mut can = desk.can(case, &ACTS);
    can.retain(now);
    can
}

/// Whether its papers go on to Dukcapil.
fn goes_on(case: &Application) -> bool {
    service(&case.service).is_ok_and(|service| service.goes_on_to_dukcapil)
}

fn sent(desk: &Desk<'_>, case: &Application) -> String {
    let from = match case.channel {
        Channel::Phone => "Terkirim dari HP ",
        Channel::Counter => "Diisi di loket ",
    };
    case.submitted_at.map(|at| [from, &desk.now.when(at), "."].concat()).unwrap_or_default()
}

fn hold(desk: &Desk<'_>, case: &Application, names: &Names) -> String {
    let Some(lease) = case.lease.filter(|_| case.state == State::InReview) else { return String::new() };
    let until = desk.now.time(lease.until);
    match (lease.until > desk.now.at, lease.by == desk.me) {
        (true, true) => ["Anda memegang permohonan ini sampai ", &until, "."].concat(),
        (true, false) => ["Dipegang ", &names.of(lease.by), " sampai ", &until, "."].concat(),
        (false, _) => "Tidak ada yang memegang permohonan ini.".to_owned(),
    }
}

fn groups(case: &Application, given: &Given, clear: bool) -> Result<Vec<AnswerGroup>, Refusal> {
    let form = &service(&case.service)?.form;
    let sight = if clear { Sight::Own } else { Sight::Masked };
    let lines = summary(form, &case.whole_answers(), given, Lang::Id, sight);
    let of_step = |name: &str| lines.iter().filter(|line| line.step == name && line.files == 0).map(answer).collect::<Vec<_>>();
    let group = |step: &crate::forms::Step| AnswerGroup { title: step.title.clone(), lines: of_step(&step.name) };
    Ok(form.steps.iter().map(group).filter(|group| !group.lines.is_empty()).collect())
}

fn answer(line: &Line) -> AnswerLine {
    AnswerLine {
        path: line.path.clone(),
        label: line.label.clone(),
        value: line.value.clone(),
        masked: line.value.starts_with("****"),
        typed: line.typed,
    }
}

pub(super) fn photos(case: &Application) -> Vec<PhotoLine> {
    let form = service(&case.service).map(|service| &service.form).ok();
    let label = |name: &str| form.and_then(|form| label_of(form, name)).unwrap_or_else(|| name.to_owned());
    let line = |photo: &crate::features::applications::Attachment| PhotoLine {
        field: photo.field.clone(),
        label: label(&photo.field),
        id: photo.id,
        thumbnail: photo.thumbnail,
    };
    case.attachments.iter().map(line).collect()
}

/// Questions for photos that are asked with these answers, and have none.
fn absent(case: &Application, given: &Given) -> Result<Vec<AbsentLine>, Refusal> {
    let answers = case.whole_answers();
    let open = asked(&service(&case.service)?.form, &answers, given).into_iter();
    let open = open.filter(|asked| asked.field.kind == FieldKind::Attachment && case.photos_of(&asked.path).next().is_none());
    Ok(open.map(|asked| AbsentLine { label: asked.label(), field: asked.path }).collect())
}

fn label_of(form: &Schema, name: &str) -> Option<String> {
    form.steps.iter().flat_map(|step| &step.fields).find(|field| field.name == name).map(|field| field.label.clone())
}

fn returned(case: &Application) -> Vec<ReturnedLine> {
    let form = service(&case.service).map(|service| &service.form).ok();
    let name = |target: &Target| match target {
        Target::Answer(name) | Target::Absent(name) | Target::Photo { field: name, .. } => name.clone(),
    };
    let line = |item: &crate::features::applications::Returned| {
        let name = name(&item.target);
        let label = form.and_then(|form| label_of(form, &name)).unwrap_or(name);
        ReturnedLine { label, words: item.reason.words.clone() }
    };
    case.returned.iter().map(line).collect()
}

fn history(desk: &Desk<'_>, event: Event, names: &Names) -> HistoryLine {
    let (icon, what) = happened(event.kind);
    let by = event.by.filter(|_| event.role.is_staff()).map(|by| [" oleh ", &names.of(by)].concat()).unwrap_or_default();
    let words = event.words.note.or(event.words.reason.map(|reason| reason.words)).unwrap_or_default();
    HistoryLine { icon: icon.to_owned(), what: [what, &by].concat(), at: desk.now.when(event.at), words }
}

async fn issued(desk: &Desk<'_>, scope: &OfficeScope<'_>, case: &Application) -> Result<Option<IssuedLine>, Refusal> {
    let Some(id) = case.letter else { return Ok(None) };
    let stored = stored_letter(scope, id).await?;
    Ok(Some(IssuedLine {
        number: stored.letter.number.to_string(),
        on: desk.now.when(stored.issued_at),
        pdf: stored.pdf.map(|pdf| ["PDF, ", &size(pdf.size_bytes)].concat()).unwrap_or_default(),
        annex: stored.annex.is_some(),
    }))
}

/// What came back from Dukcapil, of a move out of the regency alone.
async fn skpwni(desk: &Desk<'_>, scope: &OfficeScope<'_>, case: &Application) -> Result<Option<SkpwniLine>, Refusal> {
    let known = store::skpwni(scope, case.id).await?;
    Ok(known.map(|skpwni| SkpwniLine { number: skpwni.number, dated: skpwni.dated.in_words(Lang::Id), recorded: desk.now.when(skpwni.at) }))
}

/// Whether the letter lets somebody leave the regency: then Dukcapil issues a SKPWNI.
async fn leaves_the_regency(scope: &OfficeScope<'_>, case: &Application) -> Result<bool, Refusal> {
    let Some(letter) = case.letter.filter(|_| goes_on(case)) else { return Ok(false) };
    Ok(letters::frozen_letter(scope, letter).await?.data.annex.is_some_and(|form| form.leaves_the_regency()))
}

/// The letter as it is frozen, or as it would be now; or why there is none to be seen.
fn preview(desk: &Desk<'_>, case: &Application, kept: &KeptProfile, full: bool, clear: bool) -> (Option<Facsimile>, &'static str) {
    if !full || !case.state.is_open() {
        return (None, "");
    }
    let numbers = if clear { Numbers::Clear } else { Numbers::Masked };
    match drafting::letter(case, kept, desk.now.day) {
        Ok(data) => (facsimile(case.service.as_str(), &data, numbers).map(|letter| desk.drawn(letter)), ""),
        Err(Refusal::Invalid(_)) => (None, "Isian belum lengkap atau tidak sesuai lagi, jadi suratnya belum dapat ditampilkan."),
        Err(_) => (None, "Kop surat kantor belum lengkap, jadi suratnya belum dapat ditampilkan."),
    }
}

/// Why something is refused, as an officer chooses it.
pub fn refuse_reasons() -> Vec<Choice> {
    ReasonCode::REFUSE.map(|reason| choice(reason.code(), reason_words(reason))).into()
}

/// What a reason means, as an officer chooses it.
pub(super) const fn reason_words(reason: ReasonCode) -> &'static str {
    match reason {
        ReasonCode::Unreadable => "Foto buram, tulisan tidak terbaca",
        ReasonCode::CutOff => "Foto terpotong",
        ReasonCode::WrongPaper => "Berkas salah",
        ReasonCode::Outdated => "Berkas sudah tidak berlaku",
        ReasonCode::Contradicts => "Tidak sama dengan berkas",
        ReasonCode::Incomplete => "Kurang lengkap",
        ReasonCode::NotResident => "Bukan warga kantor ini",
        ReasonCode::NotEligible => "Syarat tidak terpenuhi",
        ReasonCode::Duplicate => "Sudah pernah diajukan",
        ReasonCode::Untrue => "Keterangan tidak benar",
        ReasonCode::Other => "Lainnya",
    }
}

const fn reveal_words(purpose: AccessPurpose) -> &'static str {
    match purpose {
        AccessPurpose::RevealToRegister => "Diteruskan ke Dukcapil",
        AccessPurpose::RevealOnRequest => "Pemohon memintanya",
        _ => "Dicocokkan dengan KTP atau KK",
    }
}

const fn revoke_words(reason: letters::Reason) -> &'static str {
    match reason {
        letters::Reason::WrongContent => "Isi surat salah tulis",
        letters::Reason::UntrueStatement => "Pernyataan ternyata tidak benar",
        letters::Reason::NoLongerTrue => "Keadaannya sudah berubah",
        letters::Reason::HolderAsked => "Diminta pemegang surat",
        letters::Reason::Corrected => "Terbit surat yang dibetulkan",
    }
}
