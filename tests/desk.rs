//! The desk of an office as a browser without scripts meets it.

#[path = "desk/claiming.rs"]
mod claiming;
#[path = "desk/replacing.rs"]
mod replacing;
#[path = "desk/returning.rs"]
mod returning;

use smart_kampung::access::Actor;
use smart_kampung::domain::ApplicationId;
use smart_kampung::server::http::router;

use crate::support::{Browser, Served, Step, Village, cookie_of, engine_with_people, hat};

/// Tamansari at work.
struct House {
    engine: Served,
    rini: Browser,
    joko: Browser,
}

impl House {
    async fn new() -> Self {
        let engine = engine_with_people().await;
        Village::tamansari(&engine).await.opens(&engine).await;
        let (rini, joko) = (browser(&engine, "Rini Wulandari").await, browser(&engine, "Joko Prasetyo").await);
        Self { engine, rini, joko }
    }

    async fn actor(&self, name: &str) -> Actor {
        Actor::new(hat(&self.engine, name).await, true)
    }

    /// A case that waits for an officer.
    async fn sent(&self) -> ApplicationId {
        Village::tamansari(&self.engine).await.case_at(&self.engine, Step::Waiting).await
    }
}

async fn browser(engine: &Served, name: &str) -> Browser {
    Browser { app: router(engine), cookie: cookie_of(engine, hat(engine, name).await).await }
}

fn page_of(id: ApplicationId) -> String {
    format!("/kantor/permohonan/{id}")
}
