use crate::access::Refusal;
use crate::features::accounts::acts::ShowFactor;
use crate::features::accounts::store::{self, By};
use crate::forms::{ProblemCode, Problems};
use crate::server::session::{AuthLevel, Begun, Client, Doors, Entry, Standing, begin, forgive, totp, try_once};

/// Somebody shows the second factor again, before an act that asks for it: five minutes are theirs,
/// under a new token.
///
/// # Errors
/// `Invalid` at "kode" for a wrong or a used code; `Forbidden` for who has no second factor; `TooMany`.
pub async fn step_up(doors: &Doors, client: &Client, standing: &Standing, code: &str) -> Result<Begun, Refusal> {
    let db = &doors.db;
    if standing.level < AuthLevel::TwoFactors {
        return Err(Refusal::Forbidden);
    }
    let key = db.keys().blind_index(db.regency()).of("factor", &standing.account.to_string());
    try_once(db, key).await?;
    let person = store::read(db, By::Id(standing.account)).await?.ok_or(Refusal::SignIn)?;
    let now = db.clock().now();
    let step = person.totp.as_ref().and_then(|secret| totp::step_of(secret, code, now, person.totp_step));
    let step = step.ok_or_else(|| Refusal::Invalid(Problems::one("kode", ProblemCode::WrongCode)))?;
    db.perform(standing.actor.clone(), db.fresh_key(), ShowFactor { account: standing.account, step }).await?;
    forgive(db, key).await?;
    let hat = standing.actor.hat().and_then(|hat| hat.membership).map(|(membership, role, _)| (membership, role));
    let replaces = Some((standing.hash, standing.ends_at));
    begin(db, Entry { account: standing.account, hat, level: standing.level, step_up_at: Some(now), replaces }, client).await
}
