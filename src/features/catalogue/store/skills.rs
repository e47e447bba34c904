//! Which certificates of its seller the page of a shop shows.

use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder};

use super::rows::broken;
use crate::access::Refusal;
use crate::domain::{AccountId, Day, LetterId, ListingId, ParticipantId};
use crate::features::catalogue::entity::skills::{ActiveModel, Column, Entity, Model};
use crate::features::letters::{Token, valid_letters};
use crate::features::training::Skill;
use crate::server::db::{PublicScope, Scope, WriteScope, id_of, key};
use crate::server::seal::{Field, Keys};

/// What visitors are shown of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownSkill {
    pub title: String,
    pub year: i64,
    pub token: Token,
}

/// Shows it from now on; one of the same training that was signed before is shown no more.
///
/// # Errors
/// `SignIn` for nobody known; `Busy` or `Internal` of the database.
pub async fn show_skill(scope: &WriteScope<'_>, shop: ListingId, skill: &Skill) -> Result<(), Refusal> {
    hide_skill(scope, shop, skill.participant).await?;
    let sealed = scope.sealer(scope.office()).seal(token_of(skill.participant), skill.token.to_string().as_bytes(), scope.db().entropy());
    let row = ActiveModel {
        shop: Set(key(shop)),
        participant: Set(key(skill.participant)),
        office: Set(scope.office()),
        account: Set(key(scope.by().ok_or(Refusal::SignIn)?)),
        certificate: Set(key(skill.certificate)),
        title: Set(skill.title.clone()),
        year: Set(skill.year.into()),
        token: Set(sealed),
        since: Set(scope.now().micros()),
    };
    Ok(scope.insert_wide::<Entity>(row).await?)
}

/// Shows it no more.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn hide_skill(scope: &WriteScope<'_>, shop: ListingId, participant: ParticipantId) -> Result<(), Refusal> {
    scope.publish();
    let here = scope.retire_wide::<Entity>().filter(Column::Office.eq(scope.office())).filter(Column::Shop.eq(key(shop)));
    Ok(here.filter(Column::Participant.eq(key(participant))).exec(scope.conn()).await.map(drop)?)
}

/// Shows none of a shop any more: somebody else sells there now, and what is shown was its seller's own.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn forget_skills(scope: &WriteScope<'_>, shop: ListingId) -> Result<(), Refusal> {
    scope.publish();
    let here = scope.retire_wide::<Entity>().filter(Column::Office.eq(scope.office())).filter(Column::Shop.eq(key(shop)));
    Ok(here.exec(scope.conn()).await.map(drop)?)
}

/// Which somebody has chosen for their shop, each with the certificate that it was.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn chosen_skills(scope: &Scope<'_>, shop: ListingId, by: AccountId) -> Result<Vec<(ParticipantId, LetterId)>, Refusal> {
    let mine = scope.find_wide::<Entity>().filter(Column::Shop.eq(key(shop))).filter(Column::Account.eq(key(by)));
    let rows = mine.all(scope.conn()).await?;
    Ok(rows.into_iter().map(|row| (id_of(row.participant), id_of(row.certificate))).collect())
}

/// What the page of a shop shows on a day, the newest first. A certificate that was revoked is not among them.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn shown_skills(scope: &PublicScope<'_>, keys: &Keys, shop: ListingId, on: Day) -> Result<Vec<ShownSkill>, Refusal> {
    let chosen = scope.find::<Entity>().filter(Column::Shop.eq(key(shop)));
    let rows = chosen.order_by_desc(Column::Year).order_by_desc(Column::Since).all(scope.conn()).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let skills: Vec<ShownSkill> = rows.into_iter().map(|row| skill(keys, row)).collect::<Result<_, _>>()?;
    let hashes: Vec<_> = skills.iter().map(|skill| skill.token.hash()).collect();
    let valid = valid_letters(scope, &hashes, on).await?;
    Ok(skills.into_iter().filter(|skill| valid.contains(&skill.token.hash())).collect())
}

fn skill(keys: &Keys, row: Model) -> Result<ShownSkill, Refusal> {
    let opened = keys.office(row.office).open(token_of(id_of(row.participant)), &row.token);
    let opened = opened.map_err(|_| broken("the code of a shown certificate does not open"))?;
    let token = std::str::from_utf8(&opened).ok().and_then(|text| Token::parse(text).ok());
    Ok(ShownSkill { title: row.title, year: row.year, token: token.ok_or_else(|| broken("a shown certificate has no code"))? })
}

fn token_of(participant: ParticipantId) -> Field<'static> {
    Field { kind: "shop_skill.token", row: participant.as_u128() }
}
