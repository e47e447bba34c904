//! The way from an office into the practice office, which has a host name, and so cookies, of its own.

use data_encoding::HEXLOWER;
use subtle::ConstantTimeEq;

use crate::access::Role;
use crate::domain::{AccountId, Instant, OfficeCode};
use crate::server::db::Db;

/// Who comes, and as what: written by the server that knows them, into a link that they follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PracticeTicket {
    pub account: AccountId,
    pub office: OfficeCode,
    pub role: Role,
}

/// As long as somebody may look at the page before they follow the link; after that it leads back to a page with a new one.
/// It stands in the history of an office's browser: whoever finds it there comes too late to be ticked as somebody else.
const LASTS: i64 = 600;

impl PracticeTicket {
    /// As it stands in an address.
    pub fn in_writing(self, db: &Db) -> String {
        let until = db.clock().now().plus_seconds(LASTS).micros();
        let said = format!("{}.{}.{}.{}", self.account, self.office.number(), self.role.code(), until);
        let mark = HEXLOWER.encode(&mark(db, &said));
        [&said, ".", &mark].concat()
    }

    /// `None` for what this server did not write, and for what it wrote too long ago.
    pub fn parse(db: &Db, text: &str) -> Option<Self> {
        let (said, written) = text.rsplit_once('.')?;
        let written = HEXLOWER.decode(written.as_bytes()).ok()?;
        if !bool::from(mark(db, said).ct_eq(written.as_slice())) {
            return None;
        }
        let mut parts = said.split('.');
        let (account, office) = (parts.next()?.parse().ok()?, parts.next()?.parse::<i64>().ok()?);
        let (office, role) = (OfficeCode::try_from(office).ok()?, Role::from_code(parts.next()?)?);
        let until = Instant::from_micros(parts.next()?.parse().ok()?);
        (db.clock().now() < until).then_some(Self { account, office, role })
    }
}

fn mark(db: &Db, said: &str) -> [u8; 16] {
    db.keys().blind_index(db.regency()).of("practice.ticket", said)
}
