//! What readers have asked for, on the first page of the office.

use super::office::{COUNTER, INTERLOANS};
use super::store;
use crate::access::{Actor, Refusal};
use crate::server::db::{Db, OfficeScope};
use crate::ui::{CountView, count};

/// Nothing while nobody wants anything.
///
/// # Errors
/// `Forbidden` for who does not act for an office; `Busy` or `Internal` of the database.
pub async fn counts_of_office(db: &Db, actor: &Actor) -> Result<Vec<CountView>, Refusal> {
    let scope = OfficeScope::open(db, actor).await?;
    let all = [
        (COUNTER, store::count_aside(&scope).await?, "Buku dipesan pembaca", "Sisihkan sampai diambil"),
        (INTERLOANS, store::asks(&scope).await?, "Buku diminta dari desa lain", "Kirim, atau tolak"),
    ];
    let wanted = all.into_iter().filter(|(_, number, ..)| *number > 0);
    Ok(wanted.map(|(to, number, what, more)| count(to, "you", number, what, more)).collect())
}
