use super::{Desk, choice, service_name, small};
use crate::access::{ActName, Refusal, Role};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::desk::people::Names;
use crate::features::applications::desk::views::{SignLetter, SignLine, SignView, Signed};
use crate::features::applications::desk::words::due_of;
use crate::features::applications::store::{self, Place};
use crate::features::applications::{Application, EventKind, ReasonCode, drafting};
use crate::features::letters::{Numbers, facsimile, hex};
use crate::features::offices::{profile, what_is_missing};
use crate::forms::read;
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::server::db::OfficeScope;

/// `/kantor/tanda-tangan`: the letter that comes next, or, after the last, the one question.
///
/// # Errors
/// `Forbidden` for who does not sign; `Busy` or `Internal` of the database.
pub async fn sign(desk: &Desk<'_>, after: &str, done: &str) -> Result<SignView, Refusal> {
    let scope = desk.scope().await?;
    let waits = desk.waits(&scope).await?;
    let kept = profile(&scope).await?;
    let may_sign = desk.actor.role() == Role::Head;
    let agreements = store::agreements(&scope, desk.me).await?;
    let agreed: Vec<ApplicationId> = agreements.iter().map(|(id, _)| *id).collect();
    let next = if may_sign { store::next_to_read(&scope, &agreed, place(&scope, after).await?).await? } else { None };
    let now = match next {
        Some(case) => Some(Box::new(letter(desk, &scope, case.id).await?)),
        None => None,
    };
    let as_read = |case: &Application| case.snapshot.as_ref().is_some_and(|frozen| agreements.contains(&(case.id, frozen.hash)));
    let to_sign: Vec<SignLine> = store::agreed_to(&scope, &agreed).await?.iter().filter(|case| as_read(case)).filter_map(line).collect();
    Ok(SignView {
        frame: desk.frame(&waits),
        all: small(waits.to_sign),
        agreed: small(to_sign.len() as u64),
        now,
        to_sign,
        missing: what_is_missing(&kept.profile, desk.office.kind),
        done: signed(done),
        may_sign,
        stepped_up: desk.actor.stepped_up(),
        return_reasons: ReasonCode::REFUSE.map(|reason| choice(reason.code(), super::case::reason_words(reason))).into(),
        key: desk.key(),
    })
}

/// Where the letter stood that was read, or passed over, last; at the beginning for one that is gone.
async fn place(scope: &OfficeScope<'_>, after: &str) -> Result<Option<Place>, Refusal> {
    let Ok(id) = after.parse::<ApplicationId>() else { return Ok(None) };
    match store::case(scope, id).await {
        Ok(case) => Ok(place_of(&case)),
        Err(Refusal::NotFound) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

fn place_of(case: &Application) -> Option<Place> {
    case.promise.map(|promise| (promise.due().micros(), case.id))
}

/// `10.0.1`, as the address says it.
fn signed(done: &str) -> Option<Signed> {
    let counts: Vec<u32> = done.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [now, before, refused] = counts[..] else { return None };
    Some(Signed { now, before, refused })
}

/// The letter itself. For the head the numbers in it are in clear: they are what is signed, and the
/// agreement to it stands in the record.
async fn letter(desk: &Desk<'_>, scope: &OfficeScope<'_>, id: ApplicationId) -> Result<SignLetter, Refusal> {
    let case = store::case(scope, id).await?;
    let at = store::place_to_sign(scope, place_of(&case).ok_or(Refusal::NotFound)?).await?;
    let (frozen, snapshot) = drafting::frozen(&case).zip(case.snapshot.as_ref()).ok_or(Refusal::NotFound)?;
    let hash = hex(&snapshot.hash);
    let approved = store::timeline(scope, &case).await?.into_iter().rfind(|event| event.kind == EventKind::Approved);
    let names = Names::read(desk.db, approved.iter().filter_map(|event| event.by)).await?;
    let checked = approved.and_then(|event| Some(["Diperiksa ", &names.of(event.by?), ", ", &desk.now.when(event.at), "."].concat()));
    let look = Look { subject: case.owner, purpose: AccessPurpose::Signing, object: Object::new("application", id) };
    access_log::log(desk.db, desk.actor, look).await?;
    Ok(SignLetter {
        id,
        seen: case.version.unwrap_or(Version::FIRST),
        at: small(at),
        service: service_name(&case),
        due: due_of(&desk.now, &case),
        checked: checked.unwrap_or_default(),
        letter: desk.drawn(facsimile(&frozen.service, &frozen.data, Numbers::Clear).ok_or(Refusal::NotFound)?),
        hash,
        photos: super::case::photos(&case),
        may_agree: !desk.can(&case, &[ActName::Agree]).is_empty(),
    })
}

fn line(case: &Application) -> Option<SignLine> {
    let holder = read::name(case.answers.typed("nama")).map(|name| name.masked()).unwrap_or_default();
    let hash = hex(&case.snapshot.as_ref()?.hash);
    Some(SignLine { id: case.id, hash, service: service_name(case), holder })
}
