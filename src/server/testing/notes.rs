//! The smallest feature that can be imagined, so that the write path has something to write: a note
//! of an office, with a version and a number. Compiled for tests alone, with a table of its own.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder};
use serde::{Deserialize, Serialize};

use crate::access::{ActName, Actor, Code, Decision, Refusal, Role};
use crate::domain::{AccountId, ApplicationId, BlobId, IdemKey, OfficeCode, Version};
use crate::server::act::{Act, Change, Message, Moment, Object, Register};
use crate::server::blobs::{self, Stored};
use crate::server::db::{Reach, ResidentsReach, Scope, Stop, TenantEntity, VersionedEntity, Work, WriteScope, key};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub owner: Uuid,
        pub text: String,
        pub number: Option<i64>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, Column, Entity, Model};

pub const TABLE: crate::server::db::migrations::Table = crate::server::db::migrations::Table::read_by(
    "note",
    "CREATE TABLE note (
        office_id {int} NOT NULL {office}, id {uuid} NOT NULL, version {int} NOT NULL, owner {uuid} NOT NULL,
        text {text} NOT NULL CHECK (text <> 'unwritable'), number {int}, changed_by {uuid}, changed_at {int} NOT NULL,
        PRIMARY KEY (office_id, id), UNIQUE (office_id, text)
    ) {strict}",
    crate::server::db::migrations::Reads { owner: Some("owner"), regency: false, jobs: false },
);

impl TenantEntity for Entity {
    const OFFICE: Column = Column::OfficeId;
    const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::Owner);
}

impl VersionedEntity for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
    const CHANGED_BY: Column = Column::ChangedBy;
    const CHANGED_AT: Column = Column::ChangedAt;
}

/// The record: what is known before it exists, and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: ApplicationId,
    pub version: Option<Version>,
    pub owner: AccountId,
    pub text: String,
    pub number: Option<u32>,
}

/// Writes a new note, numbered from the register "notes" when `numbered`.
#[derive(Clone, Debug)]
pub struct Write {
    pub office: Option<OfficeCode>,
    pub text: &'static str,
    pub numbered: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    pub id: ApplicationId,
    pub number: Option<u32>,
}

/// Replaces the text of a note.
#[derive(Clone, Debug)]
pub struct Rewrite {
    pub office: Option<OfficeCode>,
    pub id: ApplicationId,
    pub seen: Version,
    pub text: &'static str,
}

impl Act for Write {
    type Record = Note;
    type Done = Written;
    const NAME: ActName = ActName::StartApplication;

    fn office(&self) -> Option<OfficeCode> {
        self.office
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Note, Refusal> {
        let owner = scope.by().ok_or(Refusal::SignIn)?;
        Ok(Note { id: ApplicationId::from_u128(0), version: None, owner, text: String::new(), number: None })
    }

    fn decide(&self, actor: &Actor, _note: &Note) -> Decision {
        Decision::when(matches!(actor.role(), Role::Operator | Role::Resident))
    }

    fn register(&self, _note: &Note) -> Option<Register> {
        self.numbered.then(|| Register("notes".into()))
    }

    fn apply(&self, note: &mut Note, cx: &Moment) -> Result<Change<Written>, Refusal> {
        match self.text {
            "refused" => return Err(Refusal::Conflict(Code::NotWaiting)),
            "panic" => panic!("a panic in an act"),
            text => note.text = text.to_owned(),
        }
        note.id = cx.fresh();
        note.number = if self.numbered { Some(cx.number()?.value) } else { None };
        let done = Written { id: note.id, number: note.number };
        let message = Message::new("note.written", note.id, &done);
        Ok(Change::of(Object::new("note", note.id), done).fields(&["text"]).tell(message))
    }

    async fn save(note: &Note, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        save(note, scope).await
    }
}

impl Act for Rewrite {
    type Record = Note;
    type Done = ();
    const NAME: ActName = ActName::SaveStep;

    fn office(&self) -> Option<OfficeCode> {
        self.office
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Note, Refusal> {
        let mut note = note(scope, self.id).await?;
        note.version = Some(self.seen);
        Ok(note)
    }

    fn decide(&self, _actor: &Actor, _note: &Note) -> Decision {
        Decision::Allow
    }

    fn apply(&self, note: &mut Note, _cx: &Moment) -> Result<Change<()>, Refusal> {
        note.text = self.text.to_owned();
        Ok(Change::of(Object::new("note", note.id), ()).fields(&["text"]))
    }

    async fn save(note: &Note, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        save(note, scope).await
    }
}

/// Names a photo that is on the disk.
#[derive(Clone, Debug)]
pub struct WithPhoto {
    pub photo: Stored,
}

impl Act for WithPhoto {
    type Record = (Option<BlobId>, Stored);
    type Done = BlobId;
    const NAME: ActName = ActName::StartApplication;

    async fn find(&self, _scope: &WriteScope<'_>) -> Result<Self::Record, Refusal> {
        Ok((None, self.photo.clone()))
    }

    fn decide(&self, _actor: &Actor, _record: &Self::Record) -> Decision {
        Decision::Allow
    }

    fn apply(&self, record: &mut Self::Record, cx: &Moment) -> Result<Change<BlobId>, Refusal> {
        let id = cx.fresh();
        record.0 = Some(id);
        Ok(Change::of(Object::new("blob", id), id))
    }

    async fn save(record: &Self::Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        blobs::name_it(scope, record.0.ok_or(Refusal::NotFound)?, &record.1, None).await
    }
}

/// # Errors
/// `NotFound` out of reach.
pub async fn note(scope: &Scope<'_>, id: ApplicationId) -> Result<Note, Refusal> {
    let row = scope.find::<Entity>().filter(Column::Id.eq(key(id))).one(scope.conn()).await?;
    row.map(Note::from).ok_or(Refusal::NotFound)
}

/// All notes within reach, oldest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn notes(scope: &Scope<'_>) -> Result<Vec<Note>, Refusal> {
    let rows = scope.find::<Entity>().order_by_asc(Column::Id).all(scope.conn()).await?;
    Ok(rows.into_iter().map(Note::from).collect())
}

/// All notes of whatever office, as nobody may read them.
///
/// # Errors
/// The database's own.
pub async fn behind_every_scope(conn: &impl ConnectionTrait) -> Result<usize, DbErr> {
    Entity::find().all(conn).await.map(|notes| notes.len())
}

/// Takes all notes away, of whatever office.
#[derive(Clone, Copy, Debug)]
pub struct ForgetAll;

impl Work for ForgetAll {
    type Out = ();

    fn reach(&self) -> Reach {
        Reach::Office(3_510_242_008)
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<(), Stop> {
        Entity::delete_many().exec(scope.conn()).await.map(drop).map_err(|error| Stop::Failed(error.into()))
    }
}

async fn save(note: &Note, scope: &WriteScope<'_>) -> Result<(), Refusal> {
    let row = ActiveModel { text: Set(note.text.clone()), number: Set(note.number.map(i64::from)), ..Default::default() };
    match note.version {
        Some(seen) => scope.cas::<Entity>(note.id, seen, row).await.map(drop),
        None => {
            let new = ActiveModel {
                id: Set(key(note.id)),
                version: Set(Version::FIRST.0),
                owner: Set(key(note.owner)),
                changed_by: Set(scope.by().map(key)),
                changed_at: Set(scope.now().micros()),
                ..row
            };
            scope.insert::<Entity>(new).await.map_err(crate::server::db::unique_is(Code::NotWaiting))
        }
    }
}

impl From<Model> for Note {
    fn from(row: Model) -> Self {
        Self {
            id: ApplicationId::from_u128(row.id.as_u128()),
            version: Some(Version(row.version)),
            owner: AccountId::from_u128(row.owner.as_u128()),
            text: row.text,
            number: row.number.and_then(|number| u32::try_from(number).ok()),
        }
    }
}

/// A key that a test chooses.
pub fn wish(number: u128) -> IdemKey {
    IdemKey::from_u128(number)
}
