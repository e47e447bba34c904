//! The practice office behind a host name of its own: no cookie, no draft and no cached page of the one is ever met by
//! the other, and no form that was opened in earnest arrives at the other.

use std::sync::Arc;

use axum::Json;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::*;
use tokio::sync::Mutex;
use tower::ServiceExt;

use super::router::router;
use crate::access::Refusal;
use crate::features::letters::Renderer;
use crate::features::practice::Practice;
use crate::features::transfers::TransferCarrier;
use crate::server::engine::{Engine, PracticePlace};
use crate::server::session::cookie::{self, Purpose};
use crate::server::session::{self, Client, Ended, PracticeTicket};
use crate::server::{incident, outbox};

/// The page of the course, here and there.
const COURSE: &str = "/kantor/belajar";

/// The way out.
const LEAVE: &str = "/latihan/selesai";

const NOT_NOW: &str = "Kantor latihan belum bisa dibuka. Coba lagi sebentar.";
const NOT_KNOWN_YET: &str = "Ini belum tercatat di kantor Anda. Muat ulang halaman ini supaya tercatat.";
const OVER: &str = "Latihan ini sudah berakhir. Buka lagi dari halaman Belajar.";

/// Nothing of it is there before somebody comes.
pub struct Gate {
    real: Engine,
    place: PracticePlace,
    opened: Mutex<Option<Opened>>,
}

#[derive(Clone)]
struct Opened {
    engine: Engine,
    pages: Router,
    practice: Arc<Mutex<Practice>>,
}

impl Gate {
    /// `None` where nobody practises.
    pub fn of(engine: &Engine) -> Option<Arc<Self>> {
        let place = engine.practice.clone()?;
        Some(Arc::new(Self { real: engine.clone(), place, opened: Mutex::default() }))
    }

    fn is_meant(&self, request: &Request) -> bool {
        let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
        host.is_some_and(|host| self.place.is_called(host))
    }

    async fn answer(self: Arc<Self>, request: Request) -> Response {
        let path = request.uri().path();
        if let Some(ticket) = path.strip_prefix(PracticePlace::ENTER) {
            return self.enter(ticket, request.uri().query()).await;
        }
        let opened = self.opened.lock().await.clone();
        if path == LEAVE {
            return self.leave(opened, request.headers()).await;
        }
        match opened {
            Some(opened) => opened.answer(&self.real, request).await,
            None => nobody(&self.real, &request),
        }
    }

    /// The session ends, and the browser forgets what pages have put aside.
    async fn leave(&self, opened: Option<Opened>, headers: &HeaderMap) -> Response {
        let secure = self.real.doors.secure;
        if let (Some(opened), Some(token)) = (opened, cookie::token(headers, Purpose::Session, secure))
            && let Err(refusal) = session::end(&opened.engine.db, token.hash(), Ended::SignedOut).await
        {
            tracing::warn!(?refusal, "a session of the practice office goes on without its cookie");
        }
        let mut answer = away(&self.real, Some(cookie::take(Purpose::Session, secure)));
        answer.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));
        answer
    }

    /// Whoever has no ticket that holds gets one where the course is.
    async fn enter(self: Arc<Self>, ticket: &str, chosen: Option<&str>) -> Response {
        let Some(ticket) = PracticeTicket::parse(&self.real.db, ticket) else { return away(&self.real, None) };
        // Beside the request: who is impatient and taps again leaves no office that is half laid out.
        let gate = Arc::clone(&self);
        match tokio::spawn(async move { gate.admit(ticket).await }).await {
            Ok(Ok(given)) => lead(&[COURSE, if chosen == Some("hemat=1") { "?hemat=1" } else { "" }].concat(), Some(given)),
            Ok(Err(Refusal::Forbidden)) => away(&self.real, None),
            failed => {
                tracing::warn!(?failed, "nobody came into the practice office");
                said(&self.real, StatusCode::SERVICE_UNAVAILABLE, NOT_NOW)
            }
        }
    }

    async fn admit(&self, ticket: PracticeTicket) -> Result<HeaderValue, Refusal> {
        let Opened { engine, practice, .. } = self.open().await?;
        let client = Client { prefix: String::new(), device: String::new() };
        let begun = practice.lock().await.admit(&self.real.db, ticket, &client).await?;
        Ok(cookie::give(Purpose::Session, engine.doors.secure, &begun.token, begun.seconds))
    }

    /// The first who comes waits until it is invented; whoever comes meanwhile waits with them.
    async fn open(&self) -> Result<Opened, Refusal> {
        let mut opened = self.opened.lock().await;
        if let Some(opened) = &*opened {
            return Ok(opened.clone());
        }
        let begun = self.real.begin_practice(&self.place).await;
        let engine = begun.map_err(|error| incident::report("the practice office does not open", &error))?;
        let practice = Practice::begin(engine.db.clone(), engine.blobs.clone()).await?;
        let (db, blobs) = (engine.db.clone(), engine.blobs.clone());
        let letters = Renderer { db, sandbox: engine.sandbox.clone(), blobs, stand_in: None };
        tokio::spawn(outbox::run(engine.db.clone(), letters));
        tokio::spawn(outbox::run(engine.db.clone(), TransferCarrier { db: engine.db.clone() }));
        let new = Opened { pages: router(&engine), engine, practice: Arc::new(Mutex::new(practice)) };
        Ok(opened.insert(new).clone())
    }
}

impl Opened {
    /// Pages and acts are for who has come in. What they do is known at their own office before they are answered; where
    /// that fails they are told so, and the same sent again is carried again.
    async fn answer(self, real: &Engine, request: Request) -> Response {
        if real.assets.answer(&request).is_none() && self.is_nobody(request.headers()).await {
            return nobody(real, &request);
        }
        let acts = !looks(&request);
        let Ok(answer) = self.pages.oneshot(request).await;
        if acts && let Err(refusal) = self.practice.lock().await.carry(&real.db).await {
            tracing::warn!(?refusal, "what was practised is not known at its office yet");
            return said(real, StatusCode::SERVICE_UNAVAILABLE, NOT_KNOWN_YET);
        }
        answer
    }

    async fn is_nobody(&self, headers: &HeaderMap) -> bool {
        match cookie::token(headers, Purpose::Session, self.engine.doors.secure) {
            Some(token) => matches!(session::look_up(&self.engine.db, token.hash()).await, Ok(None)),
            None => true,
        }
    }
}

/// Requests for the other name of the server go there.
pub async fn practice(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    if gate.is_meant(&request) { gate.answer(request).await } else { next.run(request).await }
}

/// Where one is, and the way back.
pub fn practice_view() -> AnyView {
    view! {
        <link rel="stylesheet" href="/latihan.css"/>
        <aside id="latihan" aria-label="Kantor latihan">
            <p><b>"Latihan: "</b>"semua dikarang"</p>
            <a class="head-link no-print" href=LEAVE rel="external">"Selesai berlatih"</a>
        </aside>
    }
    .into_any()
}

fn looks(request: &Request) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}

/// Whoever has not come in, or came before the last start, is led to the course; what they have sent is answered here,
/// because the policy of their page lets no form lead to another host.
fn nobody(real: &Engine, request: &Request) -> Response {
    if looks(request) {
        return away(real, None);
    }
    let accepts = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    match accepts.contains("text/html") {
        true => said(real, StatusCode::UNAUTHORIZED, OVER),
        false => (StatusCode::UNAUTHORIZED, Json(Refusal::SignIn)).into_response(),
    }
}

/// A sentence where there is no page to say it on, and the way to the course.
fn said(real: &Engine, status: StatusCode, sentence: &str) -> Response {
    let (home, retry) = ([&real.origin(), COURSE].concat(), [(header::RETRY_AFTER, "5")]);
    let page = view! {
        <!DOCTYPE html>
        <html lang="id">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>"Kantor latihan · Smart Kampung"</title>
                <link rel="stylesheet" href=real.assets.bundle.css.clone()/>
            </head>
            <body>
                <main class="page flow">
                    <h1>"Kantor latihan"</h1>
                    <p class="lede">{sentence.to_owned()}</p>
                    <p class="links"><a class="btn" href=home>"Ke halaman Belajar"</a></p>
                </main>
            </body>
        </html>
    };
    (status, retry, Html(page.to_html())).into_response()
}

/// To the course at one's own office.
fn away(real: &Engine, cookie: Option<HeaderValue>) -> Response {
    lead(&[&real.origin(), COURSE].concat(), cookie)
}

fn lead(to: &str, cookie: Option<HeaderValue>) -> Response {
    let mut answer = (StatusCode::SEE_OTHER, [(header::LOCATION, to), (header::CACHE_CONTROL, "no-store")]).into_response();
    if let Some(cookie) = cookie {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    answer
}
