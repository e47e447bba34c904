//! What the system itself has said of offices, day by day.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::access::Refusal;
use crate::domain::{Day, OfficeCode};
use crate::features::compliance::entity::live_figure::{ActiveModel, Column, Entity};
use crate::features::compliance::{FigureName, LiveFigure};
use crate::server::db::{Db, WideScope, WriteScope};

/// The last figures of an office up to a day, in their order.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn figures(db: &Db, office: OfficeCode, until: Day) -> Result<Vec<LiveFigure>, Refusal> {
    let scope = WideScope::open(db).await?;
    let theirs = scope.find::<Entity>().filter(Column::Office.eq(office.number())).filter(Column::Day.lte(i64::from(until.number())));
    let Some(last) = theirs.clone().order_by_desc(Column::Day).one(scope.conn()).await? else { return Ok(Vec::new()) };
    let rows = theirs.filter(Column::Day.eq(last.day)).all(scope.conn()).await?;
    let on = Day::from_number(i32::try_from(last.day).unwrap_or_default());
    let value = |name: FigureName| rows.iter().find(|row| row.figure == name.code())?.value.and_then(|value| u32::try_from(value).ok());
    Ok(FigureName::ALL.map(|name| LiveFigure { name, value: value(name), on }).to_vec())
}

/// The offices whose figures are there for a day.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn noted_on(db: &Db, day: Day) -> Result<BTreeSet<OfficeCode>, Refusal> {
    let scope = WideScope::open(db).await?;
    let there = scope.find::<Entity>().filter(Column::Day.eq(i64::from(day.number()))).select_only().column(Column::Office).distinct();
    let offices: Vec<i64> = there.into_tuple().all(scope.conn()).await?;
    Ok(offices.into_iter().filter_map(|office| OfficeCode::try_from(office).ok()).collect())
}

/// Writes down the figures of the office whose scope it is.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn note_figures(scope: &WriteScope<'_>, figures: &[LiveFigure]) -> Result<(), Refusal> {
    for figure in figures {
        let row = ActiveModel {
            office: Set(scope.office()),
            day: Set(figure.on.number().into()),
            figure: Set(figure.name.code().to_owned()),
            value: Set(figure.value.map(i64::from)),
        };
        scope.insert_wide::<Entity>(row).await?;
    }
    Ok(())
}
