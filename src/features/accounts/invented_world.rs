use std::sync::atomic::{AtomicU32, Ordering};

use super::demo;
use crate::access::{Actor, Refusal, Role, Unit};
use crate::server::act::Act;
use crate::server::blobs::Blobs;
use crate::server::db::Db;

/// Far from the numbers that people think of when they try something.
const FIRST: u32 = 5_170_000;

/// Where everybody is invented: each feature puts there what a beginner is to find.
pub struct InventedWorld {
    pub db: Db,
    pub blobs: Blobs,
    /// The last digits of the next phone that is given out.
    phones: AtomicU32,
}

impl InventedWorld {
    pub fn new(db: Db, blobs: Blobs) -> Self {
        Self { db, blobs, phones: AtomicU32::new(FIRST) }
    }

    /// # Errors
    /// As `perform`.
    pub async fn does<A: Act>(&self, actor: &Actor, act: A) -> Result<A::Done, Refusal> {
        self.db.perform(actor.clone(), self.db.fresh_key(), act).await
    }

    /// Somebody who works for a unit, with the second factor, which nobody has here, counted as shown.
    ///
    /// # Errors
    /// As `perform`.
    pub async fn staff(&self, name: &str, role: Role, unit: Unit) -> Result<Actor, Refusal> {
        Ok(Actor::new(demo::invent_staff(&self.db, name, &self.phone(), (role, unit)).await?, true))
    }

    /// # Errors
    /// As `perform`.
    pub async fn resident(&self) -> Result<Actor, Refusal> {
        Ok(Actor::new(demo::invent_resident(&self.db, &self.phone()).await?, false))
    }

    /// The next number that nobody has.
    fn phone(&self) -> String {
        format!("08120{:07}", self.phones.fetch_add(1, Ordering::Relaxed))
    }
}
