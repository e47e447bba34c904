use super::acts::SetPassword;
use super::passwords;
use super::store::{self, By};
use crate::access::Refusal;
use crate::domain::IdemKey;
use crate::forms::{ProblemCode, Problems};
use crate::server::session::password::{self, Grade};
use crate::server::session::{Doors, Ended, Standing, end_all, forgive, try_once};

/// Sets a resident's password. Staff change theirs with a one-time code, so that a session left open at
/// the counter is not enough.
///
/// # Errors
/// `Forbidden` for staff; `Invalid` at "sandi_lama" when the old one does not fit, at "sandi" when the new
/// one is no good; `TooMany`.
pub async fn set(doors: &Doors, standing: Standing, old: &str, new: &str, key: IdemKey) -> Result<(), Refusal> {
    let db = &doors.db;
    let person = store::read(db, By::Id(standing.account)).await?.ok_or(Refusal::SignIn)?;
    if person.totp.is_some() {
        return Err(Refusal::Forbidden);
    }
    if let Some(stored) = &person.password {
        let failures = store::failures_of(db, &person.phone);
        try_once(db, failures).await?;
        if !password::is_right(Grade::Resident, old, Some(stored)).await? {
            return Err(Refusal::Invalid(Problems::one("sandi_lama", ProblemCode::WrongSignIn)));
        }
        forgive(db, failures).await?;
    }
    let about = [person.name.as_deref().unwrap_or_default()];
    passwords::check(Grade::Resident, new, &about).map_err(|problem| Refusal::Invalid(Problems::one("sandi", problem)))?;
    let hashed = password::hash(Grade::Resident, new, db.entropy()).await?;
    db.perform(standing.actor, key, SetPassword { account: standing.account, hashed }).await?;
    end_all(db, standing.account, Some(standing.hash), Ended::Changed).await
}
