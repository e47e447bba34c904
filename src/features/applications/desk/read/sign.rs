use super::{Desk, choice, service_name, small};
use crate::access::{Refusal, Role};
use crate::domain::{ApplicationId, Version};
use crate::features::applications::desk::people::Names;
use crate::features::applications::desk::views::{SignLetter, SignLine, SignView};
use crate::features::applications::desk::words::due_of;
use crate::features::applications::store::{self, Waiting};
use crate::features::applications::{Application, EventKind, ReasonCode};
use crate::features::letters::{FrozenLetter, Numbers, facsimile, hex};
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
    let waiting = store::queue(&scope, Waiting::ToSign, desk.me, desk.now.at, None).await?;
    let agreements = store::agreements(&scope, desk.me).await?;
    let agreed = |case: &Application| case.snapshot.as_ref().is_some_and(|frozen| agreements.contains(&(case.id, frozen.hash)));
    let after = after.parse::<ApplicationId>().ok();
    let skipped = after.and_then(|id| waiting.iter().position(|case| case.id == id)).map_or(0, |at| at + 1);
    let may_sign = desk.actor.role() == Role::Head;
    let next = waiting.iter().enumerate().skip(skipped).find(|(_, case)| !agreed(case)).filter(|_| may_sign);
    let now = match next {
        Some((at, case)) => Some(Box::new(letter(desk, &scope, case.id, at).await?)),
        None => None,
    };
    let to_sign: Vec<SignLine> = waiting.iter().filter(|case| agreed(case)).map(line).collect();
    Ok(SignView {
        frame: desk.frame(&waits),
        all: small(waiting.len() as u64),
        agreed: small(to_sign.len() as u64),
        now,
        to_sign,
        missing: what_is_missing(&kept.profile, desk.office.kind),
        done: done.split_once('.').and_then(|(signed, refused)| Some((signed.parse().ok()?, refused.parse().ok()?))),
        may_sign,
        stepped_up: desk.actor.stepped_up(),
        return_reasons: ReasonCode::REFUSE.map(|reason| choice(reason.code(), super::case::reason_words(reason))).into(),
        key: desk.key(),
    })
}

/// The letter itself. For the head the numbers in it are in clear: they are what is signed, and the
/// agreement to it stands in the record.
async fn letter(desk: &Desk<'_>, scope: &OfficeScope<'_>, id: ApplicationId, at: usize) -> Result<SignLetter, Refusal> {
    let case = store::case(scope, id).await?;
    let frozen = case.snapshot.as_ref().and_then(|snapshot| Some((FrozenLetter::read(&snapshot.bytes)?, hex(&snapshot.hash))));
    let (frozen, hash) = frozen.ok_or(Refusal::NotFound)?;
    let approved = store::timeline(scope, &case).await?.into_iter().rfind(|event| event.kind == EventKind::Approved);
    let names = Names::read(desk.db, approved.iter().filter_map(|event| event.by)).await?;
    let checked = approved.and_then(|event| Some(["Diperiksa ", &names.of(event.by?), ", ", &desk.now.when(event.at), "."].concat()));
    let look = Look { subject: case.owner, purpose: AccessPurpose::Signing, object: Object::new("application", id) };
    access_log::log(desk.db, desk.actor, look).await?;
    Ok(SignLetter {
        id,
        seen: case.version.unwrap_or(Version::FIRST),
        at: small(at as u64 + 1),
        service: service_name(&case),
        due: due_of(&desk.now, &case),
        checked: checked.unwrap_or_default(),
        letter: facsimile(&frozen.service, &frozen.data, Numbers::Clear).ok_or(Refusal::NotFound)?,
        hash,
        photos: super::case::photos(&case),
    })
}

fn line(case: &Application) -> SignLine {
    let holder = read::name(case.answers.typed("nama")).map(|name| name.masked()).unwrap_or_default();
    SignLine { id: case.id, service: service_name(case), holder }
}
