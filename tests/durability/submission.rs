//! What the child writes: a submission with a photo and a number, in a table of its own, through the
//! same `perform` as everything else.

use sea_orm::{ActiveValue::Set, ConnectionTrait, Database, QueryOrder};
use serde::{Deserialize, Serialize};
use smart_kampung::access::{ActName, Actor, Decision, Hat, Refusal, Role, Unit};
use smart_kampung::domain::{AccountId, BlobId, MembershipId, OfficeCode};
use smart_kampung::server::act::{Act, Change, Message, Moment, Object, Register};
use smart_kampung::server::blobs::{self, Blobs, Stored};
use smart_kampung::server::clock::{Clock, Entropy};
use smart_kampung::server::db::{Address, Db, OfficeScope, ResidentsReach, Surroundings, TenantEntity, WriteScope, key, migrate};
use smart_kampung::server::seal::{Keys, RootKey};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "submission")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: i64,
        pub text: String,
        pub photo: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model;
use entity::{ActiveModel, Column, Entity};

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Nothing;
}

/// Deliberately without a unique text: a doubled submission must be possible, so that it can be found.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS submission (office_id {int} NOT NULL, id {uuid} NOT NULL, number {int} NOT NULL,
    text TEXT NOT NULL, photo TEXT NOT NULL, PRIMARY KEY (office_id, id), UNIQUE (office_id, number)) {strict}";
/// Its words on each engine.
const WORDS: [[(&str, &str); 3]; 2] =
    [[("{int}", "INTEGER"), ("{uuid}", "BLOB"), ("{strict}", "STRICT")], [("{int}", "BIGINT"), ("{uuid}", "UUID"), ("{strict}", "")]];

/// A file in the folder with the address of a database elsewhere.
const ADDRESS: &str = "address";

/// From now on the database of this folder is that of a server.
pub fn let_it_be_at(folder: &str, url: &str) {
    std::fs::write(format!("{folder}/{ADDRESS}"), url).expect("the address");
}

pub struct Submit {
    pub text: String,
    pub photo: Stored,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub id: BlobId,
    pub number: u32,
}

/// What was sent, and what becomes of it.
pub struct Draft {
    text: String,
    photo: Stored,
    accepted: Option<Accepted>,
}

impl Act for Submit {
    type Record = Draft;
    type Done = Accepted;
    const NAME: ActName = ActName::Submit;

    async fn find(&self, _scope: &WriteScope<'_>) -> Result<Draft, Refusal> {
        Ok(Draft { text: self.text.clone(), photo: self.photo.clone(), accepted: None })
    }

    fn decide(&self, _actor: &Actor, _draft: &Draft) -> Decision {
        Decision::Allow
    }

    fn register(&self, _draft: &Draft) -> Option<Register> {
        Some(Register("submissions".into()))
    }

    /// Every fifth is refused after the number was read: that must not leave a gap.
    fn apply(&self, draft: &mut Draft, cx: &Moment) -> Result<Change<Accepted>, Refusal> {
        if draft.text.ends_with('5') {
            return Err(Refusal::Forbidden);
        }
        let accepted = Accepted { id: cx.fresh(), number: cx.number()?.value };
        draft.accepted = Some(accepted.clone());
        let message = Message::new("submission.accepted", accepted.id, &accepted);
        Ok(Change::of(Object::new("submission", accepted.id), accepted).tell(message))
    }

    async fn save(draft: &Draft, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let accepted = draft.accepted.as_ref().ok_or(Refusal::NotFound)?;
        let row = ActiveModel {
            id: Set(key(accepted.id)),
            number: Set(accepted.number.into()),
            text: Set(draft.text.clone()),
            photo: Set(draft.photo.name.clone()),
            ..Default::default()
        };
        scope.insert::<Entity>(row).await?;
        blobs::name_it(scope, accepted.id, &draft.photo, None).await
    }
}

/// The photo that belongs to a text: a little over one chunk.
pub fn photo(text: &str) -> Vec<u8> {
    text.bytes().cycle().take(70_000).collect()
}

pub fn office() -> OfficeCode {
    OfficeCode::try_from(3_510_242_008).expect("a code")
}

pub fn officer() -> Actor {
    let membership = Some((MembershipId::from_u128(2), Role::Operator, Unit::Office(office())));
    Actor::new(Hat { account: AccountId::from_u128(1), membership }, false)
}

/// The database and the files in `folder`, made when they are not there.
pub async fn open(folder: &str) -> (Db, Blobs) {
    let elsewhere = std::fs::read_to_string(format!("{folder}/{ADDRESS}")).ok();
    let url = elsewhere.clone().unwrap_or_else(|| format!("sqlite://{folder}/kampung.db"));
    let address = Address::parse(&url, None).expect("an address");
    migrate(&address).await.expect("the schema");
    let table = Database::connect(if elsewhere.is_some() { url } else { format!("{url}?mode=rw") }).await.expect("the database");
    let words = WORDS[usize::from(elsewhere.is_some())].iter();
    let sql = words.fold(TABLE.to_owned(), |sql, (word, ours)| sql.replace(word, ours));
    table.execute_unprepared(&sql).await.expect("the table of the test");
    table.close().await.expect("the database closes");
    let entropy = Entropy::system();
    let root = RootKey::read_or_make(&std::path::Path::new(folder).join("root.key"), &entropy).expect("a root key");
    let around = Surroundings {
        regency: 3510,
        zone: jiff::tz::TimeZone::fixed(jiff::tz::offset(7)),
        clock: Clock::system(),
        entropy: entropy.clone(),
        keys: Keys::new(&root, &[]),
        practice: false,
    };
    let blobs = Blobs::open(&std::path::Path::new(folder).join("blobs"), around.keys.clone(), entropy).expect("the files");
    (Db::open(&address, around).await.expect("the database"), blobs)
}

/// All submissions in the order of their numbers.
pub async fn all(db: &Db) -> Vec<Model> {
    let scope = OfficeScope::open(db, &officer()).await.expect("a scope");
    scope.find::<Entity>().order_by_asc(Column::Number).all(scope.conn()).await.expect("the submissions")
}

/// Names of all files that rows name, with their office.
pub async fn named_photos(db: &Db) -> Vec<(i64, String)> {
    let scope = OfficeScope::open(db, &officer()).await.expect("a scope");
    blobs::names(scope.conn()).await.expect("the names")
}
