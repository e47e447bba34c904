use crate::access::{Actor, Refusal, Role};
use crate::domain::Phone;
use crate::features::accounts::acts::SignIn;
use crate::features::accounts::model::Account;
use crate::features::accounts::store::{self, By};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::Db;
use crate::server::session::password::{self, Grade};
use crate::server::session::{AuthLevel, Begun, Budget, Client, Doors, Entry, begin, forgive, spend, totp, try_once};

/// Password and second factor of somebody who works for an office. With one hat it is put on at once;
/// with several, which one is asked next.
///
/// # Errors
/// `Invalid` at "sandi" when anything does not fit, whatever it was; `TooMany`.
pub async fn staff_sign_in(doors: &Doors, client: &Client, who: &str, typed: &str, code: &str) -> Result<(Begun, Option<Role>), Refusal> {
    let db = &doors.db;
    spend(doors, Budget::TriesOfANetwork, client.prefix.as_bytes()).await?;
    let person = find(db, who).await?;
    let key = key_of(db, who, person.as_ref());
    try_once(db, key).await?;
    let person = person.filter(|person| person.enrolled && !person.disabled);
    let stored = person.as_ref().and_then(|person| person.password.as_deref());
    let right = password::is_right(Grade::Staff, typed, stored).await?;
    let wrong = || Refusal::Invalid(Problems::one("sandi", ProblemCode::WrongSignIn));
    let person = person.filter(|_| right).ok_or_else(wrong)?;
    let now = db.clock().now();
    let step = person.totp.as_ref().and_then(|secret| totp::step_of(secret, code, now, person.totp_step)).ok_or_else(wrong)?;
    db.perform(Actor::anonymous(), db.fresh_key(), SignIn { account: person.id, step }).await?;
    forgive(db, key).await?;
    let rights = store::rights(db, person.id).await?;
    let hat = match rights[..] {
        [only] => Some((only.id, only.role)),
        _ => None,
    };
    let entry = Entry { account: person.id, hat, level: AuthLevel::TwoFactors, step_up_at: Some(now), replaces: None };
    Ok((begin(db, entry, client).await?, hat.map(|(_, role)| role)))
}

async fn find(db: &Db, who: &str) -> Result<Option<Account>, Refusal> {
    match Phone::parse(who) {
        Ok(phone) => store::read(db, By::Phone(&phone)).await,
        Err(_) => store::read(db, By::StaffName(who.trim())).await,
    }
}

/// Failures count for the person, whichever of their names was typed, and for a name that nobody has.
fn key_of(db: &Db, who: &str, person: Option<&Account>) -> [u8; 16] {
    let index = db.keys().blind_index(db.regency());
    match person {
        Some(person) => index.of("staff", &person.id.to_string()),
        None => index.of("nobody", &who.trim().to_lowercase()),
    }
}
