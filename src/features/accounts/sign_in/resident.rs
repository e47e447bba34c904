use crate::access::{Actor, Code, Refusal};
use crate::domain::{AccountId, Lang, Phone};
use crate::features::accounts::acts::Register;
use crate::features::accounts::model::Account;
use crate::features::accounts::store::{self, By};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::Db;
use crate::server::session::otp::{self, Channel};
use crate::server::session::password::{self, Grade};
use crate::server::session::{AuthLevel, Begun, Budget, Client, Doors, Entry, Token, begin, forgive, spend, try_once};

/// A resident who is in.
#[derive(Debug)]
pub struct Arrived {
    pub begun: Begun,
    /// A new one has not said it yet.
    pub has_name: bool,
}

/// Sends a code to a phone. Whether the phone has an account is not even looked up: the answer, its time
/// and its bytes are the same.
///
/// # Errors
/// `TooMany` when phone or network have asked too often, or all together in a day; `Invalid` for a way that there is not.
pub async fn ask_code(doors: &Doors, client: &Client, phone: &Phone, channel: Channel) -> Result<Token, Refusal> {
    if !doors.gateway.channels().contains(&channel) {
        return Err(Refusal::Invalid(Problems::one("lewat", ProblemCode::MissingChoice)));
    }
    let phone_index = store::phone_index(&doors.db, phone);
    spend(doors, Budget::CodesOfANetwork, client.prefix.as_bytes()).await?;
    // A slip sends nothing that could molest or cost: a stranger who asks for codes of a phone must not
    // close the counter to its owner.
    if channel.sends() {
        for budget in [Budget::CodeSoon, Budget::CodesOfAPhone, Budget::CodesOfAPhoneInADay] {
            spend(doors, budget, &phone_index).await?;
        }
        let paid = spend(doors, Budget::CodesOfADay, b"").await;
        if matches!(paid, Err(Refusal::TooMany { .. })) {
            tracing::error!("no code is sent: those of this day are used up");
        }
        paid?;
    }
    otp::ask(doors, phone, channel).await
}

/// The right code opens the account of the phone; a new phone gets one.
///
/// # Errors
/// `Invalid` at "kode" for a code that is wrong, too late, tried too often or used, whichever it is.
pub async fn enter_code(doors: &Doors, client: &Client, challenge: Option<&Token>, typed: &str, lang: Lang) -> Result<Arrived, Refusal> {
    let wrong = || Refusal::Invalid(Problems::one("kode", ProblemCode::WrongCode));
    let challenge = challenge.ok_or_else(wrong)?;
    let proof = otp::prove(&doors.db, challenge, typed).await?.ok_or_else(wrong)?;
    let person = person_of(&doors.db, &proof.phone, lang).await?;
    let has_name = person.as_ref().is_some_and(|person| person.name.is_some());
    match person {
        Some(person) if !person.disabled => Ok(Arrived { begun: enter(doors, client, person.id).await?, has_name }),
        _ => Err(Refusal::Forbidden),
    }
}

/// Phone and password of a resident who has set one. The account of an office does not open here,
/// whatever its password: that takes the second factor.
///
/// # Errors
/// `Invalid` at "sandi" when it does not fit, whoever it was; `TooMany`.
pub async fn with_password(doors: &Doors, client: &Client, phone: &Phone, typed: &str) -> Result<Arrived, Refusal> {
    let db = &doors.db;
    let key = store::failures_of(db, phone);
    spend(doors, Budget::TriesOfANetwork, client.prefix.as_bytes()).await?;
    try_once(db, key).await?;
    let person = store::read(db, By::Phone(phone)).await?.filter(|person| !person.disabled);
    let stored = person.as_ref().and_then(|person| person.password.as_deref());
    let right = password::is_right(Grade::Resident, typed, stored).await?;
    let Some(person) = person.filter(|_| right) else {
        return Err(Refusal::Invalid(Problems::one("sandi", ProblemCode::WrongSignIn)));
    };
    forgive(db, key).await?;
    Ok(Arrived { begun: enter(doors, client, person.id).await?, has_name: person.name.is_some() })
}

async fn person_of(db: &Db, phone: &Phone, language: Lang) -> Result<Option<Account>, Refusal> {
    if let Some(person) = store::read(db, By::Phone(phone)).await? {
        return Ok(Some(person));
    }
    match db.perform(Actor::anonymous(), db.fresh_key(), Register { phone: phone.clone(), language }).await {
        // Somebody with the same phone, in another tab, was faster.
        Ok(_) | Err(Refusal::Conflict(Code::PhoneTaken)) => store::read(db, By::Phone(phone)).await,
        Err(refusal) => Err(refusal),
    }
}

async fn enter(doors: &Doors, client: &Client, account: AccountId) -> Result<Begun, Refusal> {
    let entry = Entry { account, hat: None, level: AuthLevel::Phone, step_up_at: None, replaces: None };
    begin(&doors.db, entry, client).await
}
