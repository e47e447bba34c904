use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::chain;
use super::entity::{head, line};
use crate::access::ActName;
#[cfg(test)]
use crate::domain::AccountId;
use crate::server::db::{Db, every_office};

/// A chain that holds: so many lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    pub lines: i64,
}

/// The first place at which a chain does not hold.
#[derive(Debug)]
pub enum Fault {
    /// The line was changed: its hash is not that of what it says, or it does not follow the line
    /// before it.
    Changed { office: i64, seq: i64 },
    /// A line is missing here.
    Missing { office: i64, seq: i64 },
    /// The chain ends elsewhere than its head says: lines were cut off or added at the end.
    End { office: i64, lines: i64 },
    /// The database did not answer.
    Db(DbErr),
}

/// Lines read at a time, so that years of record need no memory.
const PAGE: u64 = 1_000;

/// Walks the chain of one office from its beginning.
///
/// # Errors
/// The first [`Fault`].
pub async fn verify(conn: &impl ConnectionTrait, office: i64) -> Result<Verified, Fault> {
    let (mut prev, mut lines) = (chain::BEGINNING.to_vec(), 0);
    loop {
        let page = line::Entity::find().filter(line::Column::OfficeId.eq(office)).filter(line::Column::Seq.gt(lines));
        let page = page.order_by_asc(line::Column::Seq).limit(PAGE).all(conn).await.map_err(Fault::Db)?;
        let last = page.len() < PAGE as usize;
        for line in page {
            let seq = lines + 1;
            if line.seq != seq {
                return Err(Fault::Missing { office, seq });
            }
            if line.prev != prev || line.hash != chain::hash(&prev, &line) {
                return Err(Fault::Changed { office, seq });
            }
            (prev, lines) = (line.hash, seq);
        }
        if last {
            break;
        }
    }
    let end = head::Entity::find_by_id(office).one(conn).await.map_err(Fault::Db)?;
    let end = end.map_or((0, chain::BEGINNING.to_vec()), |end| (end.seq, end.hash));
    if end == (lines, prev) { Ok(Verified { lines }) } else { Err(Fault::End { office, lines }) }
}

/// Walks all chains; gives the number of offices and of lines.
///
/// # Errors
/// The first [`Fault`].
pub async fn verify_all(conn: &impl ConnectionTrait) -> Result<(usize, i64), Fault> {
    // From both tables: an office whose head was removed, or all of whose lines were, still has a name in the other.
    let heads = head::Entity::find().filter(every_office()).select_only().column(head::Column::OfficeId).into_tuple::<i64>();
    let lines = line::Entity::find().filter(every_office()).select_only().column(line::Column::OfficeId).distinct().into_tuple::<i64>();
    let mut offices = heads.all(conn).await.map_err(Fault::Db)?;
    offices.extend(lines.all(conn).await.map_err(Fault::Db)?);
    offices.sort_unstable();
    offices.dedup();
    let mut all = 0;
    for office in &offices {
        all += verify(conn, *office).await?.lines;
    }
    Ok((offices.len(), all))
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Changed { office, seq } => write!(f, "office {office}: line {seq} of the record was changed"),
            Self::Missing { office, seq } => write!(f, "office {office}: line {seq} of the record is missing"),
            Self::End { office, lines } => write!(f, "office {office}: the record ends after line {lines}, its head says otherwise"),
            Self::Db(error) => write!(f, "the record cannot be read: {error}"),
        }
    }
}

impl std::error::Error for Fault {}

impl Db {
    /// Verifies the records of all offices, in a transaction that sees them all.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub async fn verify_record(&self) -> Result<(usize, i64), Fault> {
        let conn = self.everywhere().await.map_err(Fault::Db)?;
        verify_all(&conn).await
    }

    /// Whether the record of the regency itself begins with this act. A first line stays: no statement
    /// of ours or of anybody's takes it away.
    ///
    /// # Errors
    /// The database did not answer.
    pub async fn began_with(&self, act: ActName) -> Result<bool, DbErr> {
        let conn = self.everywhere().await?;
        let first = line::Entity::find_by_id((self.regency(), 1)).one(&conn).await?;
        Ok(first.is_some_and(|line| line.act == act.code()))
    }
}

/// The lines of an office, oldest first, after verifying the chain.
#[cfg(test)]
pub(super) async fn whole_lines(db: &Db, office: i64) -> Result<Vec<line::Model>, Fault> {
    let conn = db.everywhere().await.map_err(Fault::Db)?;
    verify(&conn, office).await?;
    let lines = line::Entity::find().filter(line::Column::OfficeId.eq(office)).order_by_asc(line::Column::Seq);
    lines.all(&conn).await.map_err(Fault::Db)
}

/// Acts and who did them.
#[cfg(test)]
pub(in crate::server) async fn lines(db: &Db, office: i64) -> Result<Vec<(String, Option<AccountId>)>, Fault> {
    let lines = whole_lines(db, office).await?;
    Ok(lines.into_iter().map(|line| (line.act, line.actor.map(|actor| AccountId::from_u128(actor.as_u128())))).collect())
}
