//! What stands behind the forms of certificates: the head, under a fresh second factor.

use super::doors::page_of;
use crate::access::{Actor, Refusal, Role};
use crate::domain::{IdemKey, LetterId, ParticipantId, TrainingId};
use crate::features::accounts::stepped_up;
use crate::features::letters::Reason;
use crate::features::training::acts::{RevokeCertificate, SignCertificate};
use crate::features::training::{sign_all, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::{Db, OfficeScope};
use crate::server::session;
use crate::ui::Next;

pub async fn sign(training: TrainingId, code: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = signer()?;
    let scope = OfficeScope::open(&db, &actor).await?;
    store::training(&scope, training).await?;
    drop(scope);
    let actor = stepped_up(actor, code).await?;
    let pressed = sign_all(&db, &actor, key, &session::engine()?.host, training).await?;
    Ok(done(training, &pressed.signed.to_string()))
}

pub async fn sign_again(participant: ParticipantId, code: &str, key: IdemKey) -> Result<Next, Refusal> {
    let (db, actor) = signer()?;
    let training = training_of(&db, &actor, participant).await?;
    let act = SignCertificate { participant, host: session::engine()?.host };
    db.perform(stepped_up(actor, code).await?, key, act).await?;
    Ok(done(training, "ulang"))
}

pub async fn revoke(
    (participant, certificate): (ParticipantId, LetterId),
    reason: &str,
    code: &str,
    key: IdemKey,
) -> Result<Next, Refusal> {
    let (db, actor) = signer()?;
    let training = training_of(&db, &actor, participant).await?;
    let reason = Reason::from_code(reason).filter(|reason| *reason != Reason::Corrected);
    let reason = reason.ok_or_else(|| Refusal::Invalid(Problems::one("alasan", ProblemCode::MissingChoice)))?;
    db.perform(stepped_up(actor, code).await?, key, RevokeCertificate { participant, certificate, reason }).await?;
    Ok(done(training, "dicabut"))
}

async fn training_of(db: &Db, actor: &Actor, participant: ParticipantId) -> Result<TrainingId, Refusal> {
    let scope = OfficeScope::open(db, actor).await?;
    Ok(store::enrolment(&scope, participant).await?.training)
}

/// Whoever signs: nobody else is asked for a second factor, or told what there is to sign.
fn signer() -> Result<(Db, Actor), Refusal> {
    let (db, actor) = session::asking()?;
    if actor.role() == Role::Head { Ok((db, actor)) } else { Err(Refusal::Forbidden) }
}

fn done(training: TrainingId, what: &str) -> Next {
    Next::afresh([&page_of(training), "/sertifikat?hasil=", what].concat())
}
