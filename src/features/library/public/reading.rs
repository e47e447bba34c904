//! Who reads, where, when and in which language.

use crate::access::{Actor, Refusal, Role};
use crate::domain::{Day, Lang};
use crate::server::clock::day_at;
use crate::server::db::{Db, PublicScope};
use crate::server::session;
use crate::text::LibraryWords;
use crate::ui::use_visitor;

pub struct Reading {
    pub db: Db,
    pub actor: Actor,
    /// As the account of who is signed in says it.
    pub name: String,
    /// `https://smartkampung.example`
    pub origin: String,
    pub lang: Lang,
    pub words: &'static LibraryWords,
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
        Self { db, actor, name, origin, lang, words: lang.words().library() }
    }

    /// # Errors
    /// `Busy` when the database does not answer.
    pub async fn scope(&self) -> Result<PublicScope<'_>, Refusal> {
        PublicScope::open(&self.db).await
    }

    pub fn today(&self) -> Day {
        day_at(self.db.clock().now(), self.db.zone())
    }

    /// Who acts for somebody else reads nothing of their own.
    pub fn is_resident(&self) -> bool {
        self.actor.role() == Role::Resident
    }
}

/// "3 eksemplar": the first for one, the second for more.
pub fn counted([one, more]: [&str; 2], number: u32) -> String {
    if number == 1 { one.to_owned() } else { with_number(more, number) }
}

pub fn with_number(sentence: &str, number: u32) -> String {
    sentence.replace('#', &number.to_string())
}

pub fn with_name(sentence: &str, name: &str) -> String {
    sentence.replace('%', name)
}
