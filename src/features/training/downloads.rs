//! Who gets the paper of a certificate, and all of a training at once. The routes are in `server::http`.

use super::certifying::{certificate_of, certified, stands};
use super::store;
use crate::access::{Actor, Refusal, Role};
use crate::domain::{ParticipantId, TrainingId};
use crate::features::applications::Paper;
use crate::features::letters::{CertificateSheets, frozen_letter};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::server::blobs;
use crate::server::db::{Db, OfficeScope, OwnScope};

/// One's own certificate. A revoked one too: it is a paper that its owner has.
///
/// # Errors
/// `NotFound` out of reach, and as long as there is no paper.
pub async fn own_certificate(db: &Db, actor: &Actor, id: &str) -> Result<Paper, Refusal> {
    let id: ParticipantId = id.parse().map_err(|_| Refusal::NotFound)?;
    let scope = OwnScope::open(db, actor).await?;
    let enrolment = store::enrolment(&scope, id).await?;
    let letter = certificate_of(&scope, &enrolment).await?.ok_or(Refusal::NotFound)?;
    let pdf = letter.pdf.ok_or(Refusal::NotFound)?;
    Ok(Paper { number: letter.letter.number.to_string(), file: blobs::find(&scope, pdf.blob).await? })
}

/// What is printed of a training, and under which name: every certificate that stands, in parts of
/// [`CertificateSheets::MOST`], of which this is the `part`th from 1 on. Each time is noted for whom it is about.
///
/// # Errors
/// `NotFound` out of reach, before the first is signed, and for a part that there is not.
pub async fn certificate_sheets(db: &Db, actor: &Actor, id: &str, part: usize) -> Result<(String, CertificateSheets), Refusal> {
    if !matches!(actor.role(), Role::Operator | Role::Verifier | Role::Head) {
        return Err(Refusal::NotFound);
    }
    let id: TrainingId = id.parse().map_err(|_| Refusal::NotFound)?;
    let before = part.checked_sub(1).ok_or(Refusal::NotFound)?.saturating_mul(CertificateSheets::MOST);
    let scope = OfficeScope::open(db, actor).await.map_err(|_| Refusal::NotFound)?;
    let training = store::training(&scope, id).await?;
    let standing: Vec<_> = certified(&scope, id).await?.into_iter().filter(|(_, letter)| stands(letter.as_ref())).collect();
    let (mut certificates, mut crest, mut seen) = (Vec::new(), None, Vec::new());
    for (enrolment, letter) in standing.into_iter().skip(before).take(CertificateSheets::MOST) {
        let Some(letter) = letter else { continue };
        let frozen = frozen_letter(&scope, letter.letter.id).await?;
        crest = crest.or(frozen.crest);
        certificates.push(frozen.data);
        seen.extend(enrolment.who.account().map(|subject| (subject, letter.letter.id)));
    }
    let crest = match crest {
        Some(blob) => Some(blobs::find(&scope, blob).await?),
        None => None,
    };
    drop(scope);
    if certificates.is_empty() {
        return Err(Refusal::NotFound);
    }
    for (subject, letter) in seen {
        let look = Look { subject, purpose: AccessPurpose::File, object: Object::new("letter", letter) };
        access_log::log(db, actor, look).await?;
    }
    Ok((training.slug, CertificateSheets { ident: id.to_string(), certificates, crest }))
}
