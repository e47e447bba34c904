//! The offices of the pilot. Nineteen are known from the programme's own papers; of the other 22 no list
//! is public, so an administrator chooses them.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::access::Refusal;
use crate::domain::OfficeCode;
use crate::features::offices::gazetteer;
use crate::server::db::{Db, Scope, Trouble, WideEntity, WideScope, WriteScope, key, trouble};

/// How many offices the programme began with: 23 desa and 18 kelurahan (dossier 1.2).
pub const PILOT: u32 = 41;

mod entity {
    use sea_orm::entity::prelude::*;

    /// One row for each office of which somebody has said something.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "pilot_office")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        pub pilot: bool,
        pub chosen_by: Option<Uuid>,
        /// Microseconds UTC.
        pub chosen_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

impl WideEntity for entity::Entity {}

/// The offices of the pilot as it stands.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn pilot_offices(db: &Db) -> Result<BTreeSet<OfficeCode>, Refusal> {
    let scope = WideScope::open(db).await?;
    let chosen = scope.find::<entity::Entity>().all(scope.conn()).await?;
    let mut pilot: BTreeSet<OfficeCode> = gazetteer().all().iter().filter(|office| office.known_pilot).map(|office| office.code).collect();
    for row in chosen {
        let Ok(office) = OfficeCode::try_from(row.office) else { continue };
        if row.pilot {
            pilot.insert(office)
        } else {
            pilot.remove(&office)
        };
    }
    Ok(pilot)
}

/// Whether the office takes part as it stands, read in the transaction that depends on it.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn takes_part(scope: &Scope<'_>, office: OfficeCode) -> Result<bool, Refusal> {
    let said = scope.find_wide::<entity::Entity>().filter(entity::Column::Office.eq(office.number())).one(scope.conn()).await?;
    let known = || gazetteer().by_code(office).is_some_and(|office| office.known_pilot);
    Ok(said.map_or_else(known, |said| said.pilot))
}

/// Lets an office of a demonstration take part.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn join_pilot(scope: &WriteScope<'_>, office: OfficeCode) -> Result<(), Refusal> {
    if takes_part(scope, office).await? { Ok(()) } else { choose(scope, office, true, was_chosen(scope, office).await?).await }
}

/// Whether something was said of the office before.
pub(in crate::features::offices) async fn was_chosen(scope: &WriteScope<'_>, office: OfficeCode) -> Result<bool, Refusal> {
    let row = scope.find_wide::<entity::Entity>().filter(entity::Column::Office.eq(office.number()));
    Ok(row.one(scope.conn()).await?.is_some())
}

pub(in crate::features::offices) async fn choose(
    scope: &WriteScope<'_>,
    office: OfficeCode,
    pilot: bool,
    before: bool,
) -> Result<(), Refusal> {
    let row = entity::ActiveModel {
        office: Set(office.number()),
        pilot: Set(pilot),
        chosen_by: Set(scope.by().map(key)),
        chosen_at: Set(scope.now().micros()),
    };
    if before {
        let of_office = entity::Column::Office.eq(office.number());
        scope.update_wide::<entity::Entity>().set(row).filter(of_office).exec(scope.conn()).await?;
        return Ok(());
    }
    // Two who say it first at once: the second is told that somebody was faster.
    scope.insert_wide::<entity::Entity>(row).await.map_err(|error| match trouble(&error) {
        Trouble::Unique => Refusal::Stale { by: None, at: scope.now() },
        _ => error.into(),
    })
}
