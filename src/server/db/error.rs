use sea_orm::{DbErr, RuntimeErr, SqlErr, SqlxError};

use crate::access::{Code, Refusal};
use crate::server::incident;

/// What a failure of the database means to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A row with the same unique value exists.
    Unique,
    /// Locked, full, restarting, out of connections, beaten by another transaction: nothing was
    /// written, and the same may be tried again.
    Passing,
    /// The disk did not do what it said (SQLite). Nothing that follows may be believed.
    Disk,
    /// Our mistake.
    Ours,
}

pub fn trouble(error: &DbErr) -> Trouble {
    if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) {
        return Trouble::Unique;
    }
    let (DbErr::Conn(RuntimeErr::SqlxError(inner))
    | DbErr::Exec(RuntimeErr::SqlxError(inner))
    | DbErr::Query(RuntimeErr::SqlxError(inner))) = error
    else {
        return if matches!(error, DbErr::ConnectionAcquire(_)) { Trouble::Passing } else { Trouble::Ours };
    };
    match inner.as_ref() {
        SqlxError::Database(answer) if answer.try_downcast_ref::<sea_orm::SqlxSqliteError>().is_some() => {
            answer.code().and_then(|code| code.parse().ok()).map_or(Trouble::Ours, sqlite)
        }
        SqlxError::Database(answer) => answer.code().map_or(Trouble::Ours, |code| postgres(&code)),
        SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::WorkerCrashed => Trouble::Passing,
        _ => Trouble::Ours,
    }
}

/// The primary code is the low byte. https://www.sqlite.org/rescode.html
fn sqlite(code: i32) -> Trouble {
    const BUSY: i32 = 5;
    const LOCKED: i32 = 6;
    const IOERR: i32 = 10;
    const CORRUPT: i32 = 11;
    const FULL: i32 = 13;
    const NOTADB: i32 = 26;
    match code & 0xff {
        BUSY | LOCKED | FULL => Trouble::Passing,
        IOERR | CORRUPT | NOTADB => Trouble::Disk,
        _ => Trouble::Ours,
    }
}

/// https://www.postgresql.org/docs/15/errcodes-appendix.html
fn postgres(code: &str) -> Trouble {
    match (code, code.get(..2).unwrap_or_default()) {
        // serialization failure, deadlock; lock not available; cancelled by a timeout
        ("40001" | "40P01" | "55P03" | "57014", _) => Trouble::Passing,
        // connection, out of resources, operator intervention (a restart)
        (_, "08" | "53" | "57") => Trouble::Passing,
        _ => Trouble::Ours,
    }
}

/// Once, at the border that knows no better meaning. A store that knows one (a unique value is
/// taken) says so first, with [`unique_is`].
impl From<DbErr> for Refusal {
    fn from(error: DbErr) -> Self {
        match trouble(&error) {
            Trouble::Passing => Self::Busy,
            Trouble::Disk => incident::report("the disk failed the database", &error),
            Trouble::Unique | Trouble::Ours => incident::report("the database refused a statement", &error),
        }
    }
}

/// Turns the hit of a unique index into the conflict it means: `insert.map_err(unique_is(Code::ShopExists))`.
pub fn unique_is(code: Code) -> impl FnOnce(DbErr) -> Refusal {
    move |error| match trouble(&error) {
        Trouble::Unique => Refusal::Conflict(code),
        _ => error.into(),
    }
}

/// Two at once who both write what was not there: the second runs again, and finds it.
pub fn unique_is_busy(error: DbErr) -> Refusal {
    match trouble(&error) {
        Trouble::Unique => Refusal::Busy,
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_sqlite_are_sorted_by_their_low_byte() {
        assert_eq!(sqlite(5 | 2 << 8), Trouble::Passing, "SQLITE_BUSY_SNAPSHOT");
        assert_eq!(sqlite(10 | 4 << 8), Trouble::Disk, "SQLITE_IOERR_FSYNC");
        assert_eq!(sqlite(13), Trouble::Passing, "SQLITE_FULL");
        assert_eq!(sqlite(1), Trouble::Ours, "SQLITE_ERROR");
    }

    #[test]
    fn a_deadlock_a_timeout_and_a_restart_of_postgresql_pass() {
        for code in ["40001", "40P01", "55P03", "57014", "57P01", "08006", "53300"] {
            assert_eq!(postgres(code), Trouble::Passing, "{code}");
        }
        assert_eq!(postgres("42601"), Trouble::Ours, "a syntax error");
    }
}
