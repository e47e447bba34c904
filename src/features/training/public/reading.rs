//! Who reads, where, when and in which language.

use super::words::{TrainingWords, words};
use crate::access::{Actor, Refusal, Role};
use crate::domain::{Day, Lang};
use crate::features::training::Session;
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};
use crate::server::session;
use crate::ui::use_visitor;

pub struct Reading {
    pub db: Db,
    pub actor: Actor,
    /// As the account of who is signed in says it.
    pub name: String,
    /// `https://smartkampung.example`
    pub origin: String,
    pub lang: Lang,
    pub words: &'static TrainingWords,
}

impl Reading {
    /// # Errors
    /// `Internal` outside of a request.
    pub fn asked() -> Result<Self, Refusal> {
        let engine = session::engine()?;
        let name = session::standing().ok().and_then(|standing| standing.name).unwrap_or_default();
        Ok(Self::of(engine.db.clone(), session::actor(), name, engine.origin(), use_visitor().lang))
    }

    pub fn of(db: Db, actor: Actor, name: String, origin: String, lang: Lang) -> Self {
        Self { db, actor, name, origin, lang, words: words(lang) }
    }

    /// # Errors
    /// `Busy` when the database does not answer.
    pub async fn scope(&self) -> Result<PublicScope<'_>, Refusal> {
        PublicScope::open(&self.db).await
    }

    pub fn today(&self) -> Day {
        day_at(self.db.clock().now(), self.db.zone())
    }

    /// Who acts for somebody else takes part in nothing of their own.
    pub fn is_resident(&self) -> bool {
        self.actor.role() == Role::Resident
    }

    /// "Sabtu, 12 Desember 2026, 08.00–10.00 WIB"
    pub fn says(&self, session: &Session) -> String {
        let Session { day, from, until } = session;
        [&day.with_weekday(self.lang), ", ", &from.in_digits(), "–", &until.in_digits(), " WIB"].concat()
    }
}
