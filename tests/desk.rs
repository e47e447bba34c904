//! The desk of an office as a browser without scripts meets it.

#[path = "desk/claiming.rs"]
mod claiming;
#[path = "desk/replacing.rs"]
mod replacing;
#[path = "desk/returning.rs"]
mod returning;

use smart_kampung::access::Actor;
use smart_kampung::domain::{AccountId, ApplicationId};
use smart_kampung::server::http::router;

use crate::issuing::{Plant, does, fills_in_the_letterhead};
use crate::support::{Browser, Served, cookie_of, engine_with_people, hat};

/// Tamansari at work.
struct House {
    engine: Served,
    rini: Browser,
    joko: Browser,
}

impl House {
    async fn new() -> Self {
        let engine = engine_with_people().await;
        let head = Actor::new(hat(&engine, "Hadi Santoso").await, true);
        fills_in_the_letterhead(&engine, &head).await;
        let (rini, joko) = (browser(&engine, "Rini Wulandari").await, browser(&engine, "Joko Prasetyo").await);
        Self { engine, rini, joko }
    }

    async fn actor(&self, name: &str) -> Actor {
        Actor::new(hat(&self.engine, name).await, true)
    }

    /// A case that waits for an officer.
    async fn sent(&self, number: u64) -> ApplicationId {
        let rini = self.actor("Rini Wulandari").await;
        does(&self.engine, &rini, Plant { owner: AccountId::from_u128(7), number }).await
    }
}

async fn browser(engine: &Served, name: &str) -> Browser {
    Browser { app: router(engine), cookie: cookie_of(engine, hat(engine, name).await).await }
}

fn page_of(id: ApplicationId) -> String {
    format!("/kantor/permohonan/{id}")
}
