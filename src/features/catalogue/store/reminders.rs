//! That the end of a permit was told.

use std::collections::HashSet;

use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::PAGE;
use super::public::{PublicShop, shop_of};
use super::rows::broken;
use crate::access::Refusal;
use crate::domain::{Day, Instant, ListingId};
use crate::features::catalogue::entity::public_shop;
use crate::features::catalogue::entity::reminder::{ActiveModel, Column, Entity, Model};
use crate::features::catalogue::{Ending, PermitKind};
use crate::server::db::{Db, PublicScope, Reach, Scope, Stop, WideScope, Work, WriteScope, id_of, key};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub shop: ListingId,
    pub kind: PermitKind,
    pub until: Day,
    pub told_at: Instant,
}

/// Tells of permits of public shops that end soon and of which nothing was told yet so many days before. What
/// nobody sees is told of to nobody: a hidden or closed shop is none of these. Gives how many were told.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn tell_of_endings(db: &Db, today: Day) -> Result<usize, Refusal> {
    let scope = PublicScope::open(db).await?;
    let shops = scope.find::<public_shop::Entity>().all(scope.conn()).await?;
    drop(scope);
    let mut due = Vec::new();
    for row in shops {
        let PublicShop { id, office, shop, .. } = shop_of(row)?;
        let endings = Ending::of(&shop, today).into_iter();
        due.extend(endings.filter_map(|ending| Some(Due { shop: id, office: office.number(), ending, days: ending.reminder()? })));
    }
    let scope = WideScope::open(db).await?;
    let coming = scope.find::<Entity>().filter(Column::Until.gte(i64::from(today.number()))).all(scope.conn()).await?;
    drop(scope);
    due.retain(|due| !coming.iter().any(|row| due.is(row)));
    if due.is_empty() {
        return Ok(0);
    }
    db.write(Tell { regency: db.regency(), due }).await
}

#[derive(Clone, Copy)]
struct Due {
    shop: ListingId,
    office: i64,
    ending: Ending,
    days: i32,
}

impl Due {
    fn is(&self, row: &Model) -> bool {
        let known = (row.shop, row.kind.as_str(), row.until, row.days);
        known == (key(self.shop), self.ending.kind.code(), self.ending.until.number().into(), self.days.into())
    }
}

struct Tell {
    regency: i64,
    due: Vec<Due>,
}

impl Work for Tell {
    type Out = usize;

    fn reach(&self) -> Reach {
        Reach::Office(self.regency)
    }

    /// Another server may have told of some of them in between: then they are not told of twice.
    async fn run(&self, scope: &WriteScope<'_>) -> Result<usize, Stop> {
        // SQLite binds at most 32,766 values.
        for some in self.due.chunks(5_000) {
            let rows = some.iter().map(|due| ActiveModel {
                shop: Set(key(due.shop)),
                kind: Set(due.ending.kind.code().to_owned()),
                until: Set(due.ending.until.number().into()),
                days: Set(due.days.into()),
                office: Set(due.office),
                told_at: Set(scope.now().micros()),
            });
            scope.insert_wide_once::<Entity>(rows.collect()).await.map_err(|error| Stop::Failed(error.into()))?;
        }
        Ok(self.due.len())
    }
}

/// What was told of some shops within reach and has not come yet, the nearest end first, each permit once.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn told_of(scope: &Scope<'_>, shops: &[ListingId], today: Day) -> Result<Vec<Reminder>, Refusal> {
    let told = scope.find_wide::<Entity>().filter(Column::Shop.is_in(shops.iter().copied().map(key)));
    let told = told.filter(Column::Until.gte(i64::from(today.number())));
    reminders(told.order_by_asc(Column::Until).order_by_desc(Column::ToldAt).all(scope.conn()).await?)
}

/// The same of an office; at most [`PAGE`] rows of it.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn told_here(scope: &Scope<'_>, today: Day) -> Result<Vec<Reminder>, Refusal> {
    let told = scope.find_wide::<Entity>().filter(Column::Office.eq(scope.office())).filter(Column::Until.gte(i64::from(today.number())));
    reminders(told.order_by_asc(Column::Until).order_by_desc(Column::ToldAt).limit(PAGE).all(scope.conn()).await?)
}

fn reminders(rows: Vec<Model>) -> Result<Vec<Reminder>, Refusal> {
    let mut told: Vec<Reminder> = rows.into_iter().map(reminder).collect::<Result<_, _>>()?;
    // Told twice, the last time counts.
    let mut known = HashSet::new();
    told.retain(|one| known.insert((one.shop, one.kind, one.until.number())));
    Ok(told)
}

fn reminder(row: Model) -> Result<Reminder, Refusal> {
    let kind = PermitKind::ALL.into_iter().find(|kind| kind.code() == row.kind);
    let until = i32::try_from(row.until).map(Day::from_number).map_err(|_| broken("a reminder is of no day"))?;
    Ok(Reminder {
        shop: id_of(row.shop),
        kind: kind.ok_or_else(|| broken("a reminder is of no permit"))?,
        until,
        told_at: Instant::from_micros(row.told_at),
    })
}
