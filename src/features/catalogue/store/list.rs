//! The office's list: shops and products together, by where they stand.

use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use super::PAGE;
use super::rows::{brief_in, broken};
use crate::access::Refusal;
use crate::domain::{Instant, ListingId, Version};
use crate::features::catalogue::State;
use crate::features::catalogue::entity::listing::{Column, Entity, Model};
use crate::server::db::{OfficeScope, id_of, key};

/// Where a page of the list ends: when its last line changed, and which it is.
pub type ListPlace = (i64, ListingId);

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: ListingId,
    /// As it was called last.
    pub name: String,
    /// Of a product: its shop, by name.
    pub shop: Option<String>,
    pub changed_at: Instant,
    pub version: Version,
    /// Of a draft: whether nothing is missing in it.
    pub draft: Option<bool>,
}

/// What stands so at the office, what has waited longest first; at most [`PAGE`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn list(scope: &OfficeScope<'_>, state: State, seen: Option<ListPlace>) -> Result<Vec<Listed>, Refusal> {
    let mut page = scope.find::<Entity>().filter(Column::State.eq(state.code())).cursor_by((Column::ChangedAt, Column::Id));
    if let Some((at, id)) = seen {
        page.after((at, key(id)));
    }
    let rows = page.first(PAGE).all(scope.conn()).await?;
    let ids = rows.iter().filter_map(|row| row.shop_id);
    let shops = scope.find::<Entity>().filter(Column::Id.is_in(ids)).all(scope.conn()).await?;
    rows.iter().map(|row| listed(scope, row, &shops)).collect()
}

fn listed(scope: &OfficeScope<'_>, row: &Model, shops: &[Model]) -> Result<Listed, Refusal> {
    let shop = row.shop_id.map(|shop| shops.iter().find(|row| row.id == shop).ok_or_else(|| broken("a product's shop is not there")));
    let (name, draft) = brief_in(scope, row)?;
    Ok(Listed {
        id: id_of(row.id),
        name,
        shop: shop.transpose()?.map(|row| brief_in(scope, row)).transpose()?.map(|(name, _)| name),
        changed_at: Instant::from_micros(row.changed_at),
        version: Version(row.version),
        draft,
    })
}

/// How many there are in each state, in the order of [`State::ALL`].
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn counts(scope: &OfficeScope<'_>) -> Result<[u64; 6], Refusal> {
    let counted =
        scope.find::<Entity>().select_only().column(Column::State).column_as(Column::Id.count(), "number").group_by(Column::State);
    let counted: Vec<(String, i64)> = counted.into_tuple().all(scope.conn()).await?;
    Ok(State::ALL.map(|state| {
        let number = counted.iter().find(|(code, _)| code == state.code()).map_or(0, |(_, number)| *number);
        u64::try_from(number).unwrap_or(0)
    }))
}
