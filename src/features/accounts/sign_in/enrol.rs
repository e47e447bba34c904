use crate::access::{Actor, Refusal, Role};
use crate::features::accounts::acts::{Activate, OpenEnrolment};
use crate::features::accounts::{passwords, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::session::password::{self, Grade};
use crate::server::session::{AuthLevel, Begun, Budget, Client, Doors, Ended, Entry, Token, begin, end_all, spend, totp};

/// Shows a one-time code; the token is for the browser that goes on with it.
///
/// # Errors
/// `Invalid` at "kode" for every code that is none, or none any more; `TooMany`.
pub async fn open_enrolment(doors: &Doors, client: &Client, code: &str) -> Result<Token, Refusal> {
    let db = &doors.db;
    spend(doors, Budget::EnrolmentsOfANetwork, client.prefix.as_bytes()).await?;
    let token = Token::draw(db.entropy());
    let act = OpenEnrolment { code: code.to_owned(), browser: token.hash() };
    db.perform(Actor::anonymous(), db.fresh_key(), act).await?;
    Ok(token)
}

/// Sets password and second factor up, ends whatever sessions the person had, and begins one.
///
/// # Errors
/// `NotFound` when this browser has shown no code; `Invalid` at "sandi" and "kode".
pub async fn activate(doors: &Doors, client: &Client, browser: &Token, typed: &str, code: &str) -> Result<(Begun, Option<Role>), Refusal> {
    let db = &doors.db;
    spend(doors, Budget::TriesOfANetwork, client.prefix.as_bytes()).await?;
    let enrolment = store::read_enrolment(db, browser.hash()).await?;
    let person = &enrolment.person;
    let about = [person.name.as_deref().unwrap_or_default(), person.staff_name.as_deref().unwrap_or_default()];
    let now = db.clock().now();
    let last = if enrolment.secret.is_some() { None } else { person.totp_step };
    let step = enrolment.factor().and_then(|secret| totp::step_of(secret, code, now, last));
    let mut problems = Problems::default();
    if let Err(problem) = passwords::check(Grade::Staff, typed, &about) {
        problems.add("sandi", problem);
    }
    let step = match step {
        Some(step) if problems.is_empty() => step,
        Some(_) => return Err(Refusal::Invalid(problems)),
        None => {
            problems.add("kode", ProblemCode::WrongCode);
            return Err(Refusal::Invalid(problems));
        }
    };
    let hashed = password::hash(Grade::Staff, typed, db.entropy()).await?;
    let account = db.perform(Actor::anonymous(), db.fresh_key(), Activate { browser: browser.hash(), hashed, step }).await?;
    end_all(db, account, None, Ended::Changed).await?;
    let rights = store::rights(db, account).await?;
    let hat = match rights[..] {
        [only] => Some((only.id, only.role)),
        _ => None,
    };
    let entry = Entry { account, hat, level: AuthLevel::TwoFactors, step_up_at: Some(now), replaces: None };
    Ok((begin(db, entry, client).await?, hat.map(|(_, role)| role)))
}
