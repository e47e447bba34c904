//! Whatever is typed or sent: the form comes back with a sentence at the field and all that was typed, and
//! nothing is written. Asked of the whole router, as a browser without a script asks.

mod bodies;
mod ended;
mod fields;
mod stale;
mod trade;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use sea_orm::{Database, DatabaseConnection};
use smart_kampung::access::Actor;
use smart_kampung::domain::{ApplicationId, IdemKey, OfficeCode};
use smart_kampung::features::applications::acts::StartApplication;
use smart_kampung::forms::Answers;
use smart_kampung::server::audit;
use smart_kampung::server::http::router;
use tower::ServiceExt;

use crate::support::Hold;
use crate::support::{self, Served, cookie_of, engine_with_people, form, hat};

const TAMANSARI: i64 = 3_510_242_008;
const KEY: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6fa0";
const ANOTHER: &str = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6fa1";

struct House {
    engine: Served,
    app: Router,
    reader: DatabaseConnection,
}

impl House {
    async fn new() -> Self {
        let engine = engine_with_people().await;
        let reader = Database::connect(format!("sqlite://{}/kampung.db?mode=ro", engine.folder())).await.expect("the database");
        Self { app: router(&engine), engine, reader }
    }

    async fn actor(&self, name: &str) -> Actor {
        Actor::new(hat(&self.engine, name).await, true)
    }

    async fn cookie(&self, name: &str) -> String {
        if name.is_empty() { String::new() } else { cookie_of(&self.engine, hat(&self.engine, name).await).await }
    }

    /// A draft of Ratna's for a business certificate.
    async fn draft(&self) -> ApplicationId {
        let office = OfficeCode::try_from(TAMANSARI).expect("a code");
        let begin = StartApplication { office, service: "sku".parse().expect("a code"), said: Answers::EMPTY };
        self.engine.db.perform(self.actor("Ratna Contoh").await, IdemKey::from_u128(1), begin).await.expect("begun").id
    }

    /// Another case of hers, in Rini's hands.
    async fn held_case(&self) -> ApplicationId {
        let office = OfficeCode::try_from(TAMANSARI).expect("a code");
        let begin = StartApplication { office, service: "sku".parse().expect("a code"), said: support::sku_answers() };
        let db = &self.engine.db;
        let id = db.perform(self.actor("Ratna Contoh").await, IdemKey::from_u128(2), begin).await.expect("begun").id;
        db.perform(self.actor("Rini Wulandari").await, IdemKey::from_u128(3), Hold(id)).await.expect("held");
        id
    }

    /// How many changes stand in the records.
    async fn written(&self) -> i64 {
        audit::verify_all(&self.reader).await.expect("the record").1
    }

    /// A form as a browser without a script sends it.
    async fn sends(&self, cookie: &str, path: &str, body: &str) -> Page {
        self.asks(plain(cookie, path).body(Body::from(body.to_owned())).expect("a request")).await
    }

    async fn asks(&self, request: Request<Body>) -> Page {
        let (parts, body) = self.app.clone().oneshot(request).await.expect("the router never fails").into_parts();
        let bytes = body.collect().await.expect("a whole body").to_bytes();
        let said = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        Page {
            status: parts.status,
            html: String::from_utf8_lossy(&bytes).replace("<!>", ""),
            to: said(header::LOCATION),
            kept: said(header::CACHE_CONTROL),
        }
    }
}

struct Page {
    status: StatusCode,
    /// Without the marks that browser code finds its places by.
    html: String,
    /// Where it leads.
    to: String,
    /// Who may keep it.
    kept: String,
}

impl Page {
    /// Whether what was typed stands in it, in a box or between tags, where it does no harm.
    fn holds(&self, typed: &str) -> bool {
        let text = escaped(typed);
        let whole = [format!("value=\"{}\"", text.replace('"', "&quot;")), format!(">{text}<")];
        whole.iter().any(|whole| self.html.contains(whole))
    }

    /// The sentence at a field.
    fn problem(&self, field: &str) -> Option<&str> {
        let rest = self.html.split(&format!("id=\"{field}-error\"")).nth(1)?;
        rest.split("</p>").next()?.rsplit('>').next()
    }
}

fn plain(cookie: &str, path: &str) -> axum::http::request::Builder {
    form(path).header(header::ACCEPT, "text/html").header(header::COOKIE, cookie)
}

fn get(cookie: &str, path: &str) -> Request<Body> {
    let page = Request::get(path).header(header::ACCEPT, "text/html").header(header::COOKIE, cookie);
    page.body(Body::empty()).expect("a request")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// `name=value` of a form, joined.
fn body(pairs: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (name, value) in pairs {
        smart_kampung::ui::encode_pair(&mut body, name, value);
    }
    body
}
