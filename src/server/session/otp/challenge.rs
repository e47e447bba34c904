//! A challenge: a code was sent to a phone, and the browser that asked for it holds a token. Five
//! minutes, five tries, once. The account is looked up only after the right code, so that nobody
//! learns by asking who has one.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait, QueryFilter};
use subtle::ConstantTimeEq;

use super::{Channel, slip};
use crate::access::Refusal;
use crate::domain::Phone;
use crate::server::clock::Entropy;
use crate::server::db::{Db, Reach, Stop, WideScope, Work, WriteScope};
use crate::server::incident;
use crate::server::seal::{BlindIndex, Field};
use crate::server::session::{Doors, Token, TokenHash};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "otp_challenge")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: Vec<u8>,
        /// What the code is for: one that was sent for something else is of no use.
        pub purpose: String,
        pub channel: String,
        /// Sealed. P2, kept 24 hours.
        pub phone: Vec<u8>,
        pub phone_index: Vec<u8>,
        /// HMAC over challenge, purpose and code. P4.
        pub code_mac: Vec<u8>,
        pub tries: i64,
        pub created_at: i64,
        pub expires_at: i64,
        pub used_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl crate::server::db::WideEntity for Entity {}
}
use entity::{ActiveModel, Column, Entity};

/// Seconds that a code is good for.
pub const CODE_LIVES: i64 = 5 * 60;
const TRIES: i64 = 5;
const PURPOSE: &str = "sign_in";

/// A challenge as the page to type the code shows it.
#[derive(Clone, Debug)]
pub struct Challenge {
    pub phone: Phone,
    pub channel: Channel,
}

/// The phone is in the hands of whoever typed the code.
#[derive(Clone, Debug)]
pub struct Proof {
    pub phone: Phone,
}

/// Sends a code (or expects that of a slip), and gives the token for the browser.
///
/// # Errors
/// `Busy` when the code cannot be sent.
pub async fn ask(doors: &Doors, phone: &Phone, channel: Channel) -> Result<Token, Refusal> {
    let db = &doors.db;
    let (token, code) = (Token::draw(db.entropy()), six_digits(db.entropy()));
    let hash = token.hash();
    let now = db.clock().now();
    let sealed = db.keys().office(db.regency()).seal(place(hash), phone.expose().as_bytes(), db.entropy());
    let row = ActiveModel {
        token_hash: Set(hash.bytes()),
        purpose: Set(PURPOSE.to_owned()),
        channel: Set(channel.code().to_owned()),
        phone: Set(sealed),
        phone_index: Set(index(db).of("phone", phone.expose()).to_vec()),
        code_mac: Set(mac(db, hash, &code).to_vec()),
        tries: Set(0),
        created_at: Set(now.micros()),
        expires_at: Set(now.plus_seconds(CODE_LIVES).micros()),
        used_at: Set(None),
    };
    db.write(Ask { row, regency: db.regency() }).await?;
    if channel.sends() {
        doors.gateway.send(hash, phone, channel, &code).await?;
    }
    Ok(token)
}

/// The challenge of a browser, while it lives.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn open(db: &Db, token: &Token) -> Result<Challenge, Refusal> {
    let scope = WideScope::open(db).await?;
    let live = scope.find::<Entity>().filter(Column::TokenHash.eq(token.hash().bytes())).filter(Column::UsedAt.is_null());
    let row = live.filter(Column::ExpiresAt.gt(db.clock().now().micros())).one(scope.conn()).await?.ok_or(Refusal::NotFound)?;
    let channel = Channel::from_code(&row.channel).ok_or(Refusal::NotFound)?;
    Ok(Challenge { phone: phone_of(db, token.hash(), &row.phone)?, channel })
}

/// Tries a code. `None`: it is wrong, or too late, or tried too often; which of them is not said.
///
/// # Errors
/// `Busy` or `Internal`.
pub async fn prove(db: &Db, token: &Token, typed: &str) -> Result<Option<Proof>, Refusal> {
    let work = Prove { hash: token.hash(), typed: typed.to_owned(), regency: db.regency() };
    let sealed = db.write(work).await?;
    sealed.map(|sealed| phone_of(db, token.hash(), &sealed).map(|phone| Proof { phone })).transpose()
}

struct Ask {
    row: ActiveModel,
    regency: i64,
}

impl Work for Ask {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        scope.insert_wide::<Entity>(self.row.clone()).await.map_err(|error| Stop::Failed(error.into()))
    }
}

struct Prove {
    hash: TokenHash,
    typed: String,
    regency: i64,
}

impl Work for Prove {
    /// The sealed phone, when the code was right.
    type Out = Option<Vec<u8>>;

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<Option<Vec<u8>>, Stop> {
        self.attempt(scope).await.map_err(Stop::Failed)
    }
}

impl Prove {
    async fn attempt(&self, scope: &WriteScope<'_>) -> Result<Option<Vec<u8>>, Refusal> {
        let now = scope.now().micros();
        let this = || Column::TokenHash.eq(self.hash.bytes()).and(Column::UsedAt.is_null());
        // The try is counted before the code is looked at, in a statement that refuses the sixth.
        let count = scope.update_wide::<Entity>().col_expr(Column::Tries, Expr::col(Column::Tries).add(1)).filter(this());
        let count = count.filter(Column::Tries.lt(TRIES)).filter(Column::ExpiresAt.gt(now)).filter(Column::Purpose.eq(PURPOSE));
        if count.exec(scope.conn()).await?.rows_affected == 0 {
            return Ok(None);
        }
        let Some(row) = scope.find_wide::<Entity>().filter(this()).one(scope.conn()).await? else { return Ok(None) };
        let right = match Channel::from_code(&row.channel) {
            Some(Channel::Slip) => slip::use_up(scope, &phone_of(scope.db(), self.hash, &row.phone)?, &self.typed).await?,
            Some(_) => bool::from(mac(scope.db(), self.hash, self.typed.trim()).ct_eq(row.code_mac.as_slice())),
            None => false,
        };
        if !right {
            return Ok(None);
        }
        let used = ActiveModel { used_at: Set(Some(now)), ..Default::default() };
        let once = scope.update_wide::<Entity>().set(used).filter(this()).exec(scope.conn()).await?;
        Ok((once.rows_affected == 1).then_some(row.phone))
    }
}

fn index(db: &Db) -> BlindIndex {
    db.keys().blind_index(db.regency())
}

/// Bound to the browser's challenge and to the purpose.
fn mac(db: &Db, challenge: TokenHash, code: &str) -> [u8; 16] {
    let challenge = data_encoding::HEXLOWER.encode(&challenge.bytes());
    index(db).of("otp", &[&challenge, "|", PURPOSE, "|", code].concat())
}

fn place(challenge: TokenHash) -> Field<'static> {
    let mut row = [0; 16];
    row.copy_from_slice(&challenge.bytes()[..16]);
    Field { kind: "otp_challenge.phone", row: u128::from_be_bytes(row) }
}

fn phone_of(db: &Db, challenge: TokenHash, sealed: &[u8]) -> Result<Phone, Refusal> {
    let opened = db.keys().office(db.regency()).open(place(challenge), sealed);
    let opened = opened.map_err(|_| incident::report("the phone of a challenge does not open", &"otp_challenge"))?;
    let text = std::str::from_utf8(&opened).unwrap_or_default();
    Phone::parse(text).map_err(|_| incident::report("the phone of a challenge is none", &"otp_challenge"))
}

/// Evenly over all million codes: a number above the largest multiple of a million is drawn again.
fn six_digits(chance: &Entropy) -> String {
    loop {
        let drawn = u32::from_be_bytes(chance.bytes());
        if drawn < u32::MAX - u32::MAX % 1_000_000 {
            return format!("{:06}", drawn % 1_000_000);
        }
    }
}
