//! Counts who looks at a product: around the store of pages, because most of them are answered by it.

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::programs::is_program;
use crate::server::clock::day_at;
use crate::server::engine::Engine;

pub async fn looks(State(engine): State<Engine>, request: Request, next: Next) -> Response {
    let looked = looked_at(&request);
    let answer = next.run(request).await;
    if let Some((slug, words)) = looked.filter(|_| matches!(answer.status(), StatusCode::OK | StatusCode::NOT_MODIFIED)) {
        engine.looks.note(&slug, &words, day_at(engine.db.clock().now(), engine.db.zone()));
    }
    answer
}

/// Address of the product, and what was looked for before. Programs that read the web are no visitors, and an
/// order that is being written is the same look.
fn looked_at(request: &Request) -> Option<(String, String)> {
    let slug = request.uri().path().strip_prefix("/produk/").filter(|slug| !slug.is_empty() && !slug.contains('/'))?;
    let query = request.uri().query().unwrap_or_default();
    let orders = query.split('&').any(|pair| pair.starts_with("jumlah="));
    if request.method() != Method::GET || orders || is_program(request.headers()) {
        return None;
    }
    let asked: Asked = serde_qs::from_str(query).unwrap_or_default();
    Some((slug.to_owned(), asked.kata))
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    kata: String,
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::header;

    use super::*;

    fn asks(address: &str, agent: &str) -> Option<(String, String)> {
        looked_at(&Request::get(address).header(header::USER_AGENT, agent).body(Body::empty()).expect("a request"))
    }

    #[test]
    fn visitors_are_counted_once_a_look_and_programs_are_not() {
        let phone = "Mozilla/5.0 (Linux; Android 9)";
        assert_eq!(asks("/produk/sale-1", phone), Some(("sale-1".into(), String::new())));
        assert_eq!(asks("/produk/sale-1?kata=kripik+pisang", phone), Some(("sale-1".into(), "kripik pisang".into())));
        for nobody in ["/produk/sale-1?jumlah=2&pilihan=Asin", "/produk", "/produk/", "/produk/sale-1/foto", "/toko/sale-1"] {
            assert_eq!(asks(nobody, phone), None, "{nobody}");
        }
        for program in ["Googlebot/2.1", "WhatsApp/2.23", "Mozilla/5.0 (compatible; bingbot/2.0)"] {
            assert_eq!(asks("/produk/sale-1", program), None, "{program}");
        }
    }
}
