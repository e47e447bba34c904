//! Cards with which public products are shared. Each is drawn once and kept a while: other sites ask for one
//! several times when somebody passes on an address.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use moka::future::Cache;
use serde::Deserialize;

use super::photos::said;
use super::shown_file::{PUBLIC_FENCE, photo_file};
use crate::access::Refusal;
use crate::features::catalogue::store::{PublicProduct, public_product};
use crate::features::catalogue::{card, card_mark, cover, drawing};
use crate::server::db::PublicScope;
use crate::server::engine::Engine;
use crate::server::incident;
use crate::server::sandbox::{PictureRefusal, SIDES, ShownFormat};

pub const CARD: &str = "/kartu/produk/{file}";

/// About three hundred.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

#[derive(Clone)]
struct Cards {
    engine: Engine,
    /// By the product's address and the mark of what stands on the card.
    kept: Cache<(String, String), Bytes>,
}

pub fn cards(engine: &Engine) -> Router {
    let weight = |(slug, _): &(String, String), card: &Bytes| u32::try_from(slug.len() + card.len()).unwrap_or(u32::MAX);
    let kept = Cache::builder().max_capacity(MOST_BYTES).weigher(weight).build();
    Router::new().route(CARD, get(shown)).with_state(Cards { engine: engine.clone(), kept })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    v: String,
}

async fn shown(State(cards): State<Cards>, Path(file): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let (card, mark) = cards.read(&file).await.map_err(|refusal| said(&refusal))?;
    let mut answer = Body::from(card).into_response();
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    for (name, value) in PUBLIC_FENCE {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    // Under another mark it may look otherwise tomorrow.
    if asked.v != mark {
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    Ok(answer)
}

impl Cards {
    async fn read(&self, file: &str) -> Result<(Bytes, String), Refusal> {
        let slug = file.strip_suffix(".jpg").ok_or(Refusal::NotFound)?;
        // The scope holds a connection; a card is drawn without one.
        let found = public_product(&PublicScope::open(&self.engine.db).await?, slug).await?;
        let mark = card_mark(&found);
        let card = self.kept.try_get_with((slug.to_owned(), mark.clone()), self.draw(&found)).await;
        card.map(|card| (card, mark)).map_err(Arc::unwrap_or_clone)
    }

    async fn draw(&self, found: &PublicProduct) -> Result<Bytes, Refusal> {
        let picture = match cover(&found.product) {
            Some(photo) => photo_file(&self.engine, found.office, &photo.file, SIDES.len() - 1, ShownFormat::Jpeg).await?,
            None => drawing(found.product.category).to_vec(),
        };
        match self.engine.sandbox.draw_card(&card(found), &picture).await {
            Ok(card) => Ok(card.into()),
            Err(PictureRefusal::Busy) => Err(Refusal::Busy),
            Err(_) => Err(incident::report("a card of goods could not be drawn", &"goods")),
        }
    }
}
