//! What a kecamatan keeps of a move. Pure: time comes from outside, a refused transition changes nothing.

use std::collections::BTreeSet;

use crate::access::{Code, Refusal};
use crate::domain::{Day, Instant, LetterId, OfficeCode, PersonName, Version};
use crate::features::letters::LetterData;
use crate::features::offices::gazetteer;

/// A record of the kecamatan, not a window into an office. Nothing leads from it to the letter's paper,
/// and no right makes it clearer: what is masked here was masked before it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyNotice {
    /// That of the letter.
    pub id: LetterId,
    /// `None` until it is stored.
    pub version: Option<Version>,
    pub content: MaskedMove,
    pub revoked_at: Option<Instant>,
}

/// A move without anybody who could be recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedMove {
    /// `S*** A*****`: the first of those who move.
    pub holder: String,
    pub people: u32,
    /// 1 to 5, field 6 of form F-1.03.
    pub class: u8,
    /// The office that has issued the letter.
    pub origin: OfficeCode,
    pub to: MovedTo,
    /// Day of the letter.
    pub issued_on: Day,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MovedTo {
    /// Inside the regency.
    Office(OfficeCode),
    /// "Kota Surabaya, Provinsi Jawa Timur"
    Elsewhere(String),
}

impl MaskedMove {
    /// What a letter of `origin` lets the camat know; `None` for a letter that lets nobody move.
    pub fn of(letter: &LetterData, origin: OfficeCode) -> Option<Self> {
        let annex = letter.annex.as_ref()?;
        let office = annex.to.office.and_then(|to| to.try_into().ok()).filter(|to| gazetteer().by_code(*to).is_some());
        let elsewhere = || MovedTo::Elsewhere([&annex.to.regency, ", Provinsi ", &annex.to.province].concat());
        // What is no name is not shown either: who knows what it is.
        let masked = |name: &String| PersonName::parse(name).map_or_else(|_| "***".to_owned(), |name| name.masked());
        Some(Self {
            holder: annex.movers.first().map(|first| masked(&first.name))?,
            people: u32::try_from(annex.movers.len()).unwrap_or(u32::MAX),
            class: annex.class,
            origin,
            to: office.map_or_else(elsewhere, MovedTo::Office),
            issued_on: letter.on,
        })
    }

    /// The kecamatan that are told: that of the office that is left, and, inside the regency, that of the
    /// office of destination if it is another one.
    pub fn told(&self) -> BTreeSet<i64> {
        let destination = match self.to {
            MovedTo::Office(to) if to.regency() == self.origin.regency() => Some(to.kecamatan()),
            MovedTo::Office(_) | MovedTo::Elsewhere(_) => None,
        };
        destination.into_iter().chain([self.origin.kecamatan()]).collect()
    }
}

impl CopyNotice {
    pub const fn new(id: LetterId, content: MaskedMove) -> Self {
        Self { id, version: None, content, revoked_at: None }
    }

    /// The letter is no longer valid; the line stays, and says so.
    ///
    /// # Errors
    /// `Conflict(TransferKnown)` when that is known already.
    pub fn revoke(&mut self, now: Instant) -> Result<(), Refusal> {
        if self.revoked_at.is_some() {
            return Err(Refusal::Conflict(Code::TransferKnown));
        }
        self.revoked_at = Some(now);
        Ok(())
    }
}
