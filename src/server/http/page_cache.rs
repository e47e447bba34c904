//! Pages that are the same for everybody are kept, finished and compressed: for a minute, and no longer
//! than the edition of what visitors see that they were drawn from. Body,
//! compression, ETag and content policy are one value: the scripts of a page carry the nonce of the
//! rendering that made it, and a 304 repeats that policy.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use data_encoding::BASE64URL_NOPAD;
use http_body_util::BodyExt;
use moka::future::Cache;
use sha2::{Digest, Sha256};

use crate::domain::Lang;
use crate::server::db::Edition;
use crate::server::session::cookie;
use crate::ui::Visitor;

/// The longest that a change may stay unseen where nothing says that it happened.
const KEPT: Duration = Duration::from_secs(60);
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// First segments of pages that look at nobody.
const COMMON: [&str; 13] = [
    "",
    "d",
    "kepatuhan",
    "kepatuhan.csv",
    "kepatuhan.json",
    "layanan",
    "luring",
    "pelatihan",
    "produk",
    "produk.rss",
    "pustaka",
    "sitemap.xml",
    "toko",
];

/// The parts of a query that such a page reads. All others are left out of the key, so that nobody can
/// fill the store with them.
const KNOWN_QUERY: [&str; 16] = [
    "cari",
    "kategori",
    "kecamatan",
    "kelas",
    "umur",
    "semua",
    "harga",
    "halal",
    "pirt",
    "musim",
    "ada",
    "urut",
    "setelah",
    "bidang",
    "untuk",
    "lalu",
];

/// An order is written for one visitor, and kept for nobody, as is where somebody is; what somebody types is
/// as many pages as there are texts, and what was on some day as many as there are days.
const OWN_QUERY: [&str; 6] = ["jumlah", "pilihan", "tulis", "dari", "cari", "per"];

#[derive(Clone)]
pub struct PageCache {
    pages: Cache<Key, Arc<Page>>,
    edition: Edition,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    /// As it was before the page was drawn.
    edition: u64,
    path: String,
    query: String,
    lang: Lang,
    saver: bool,
    encoding: &'static str,
}

struct Page {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    etag: HeaderValue,
}

impl PageCache {
    pub fn new(edition: Edition) -> Self {
        let weight =
            |key: &Key, page: &Arc<Page>| u32::try_from(key.path.len() + key.query.len() + page.body.len() + 1_000).unwrap_or(u32::MAX);
        Self { pages: Cache::builder().max_capacity(MOST_BYTES).weigher(weight).time_to_live(KEPT).build(), edition }
    }
}

/// Answers from the store where the page is a common one and nobody known asks.
pub async fn page_cache(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(key) = Key::of(&request, cache.edition.number()) else { return next.run(request).await };
    let seen = request.headers().get(header::IF_NONE_MATCH).cloned();
    // One request renders, the others wait for it. What went wrong is for those who waited, and for
    // nobody after them.
    let page = cache.pages.try_get_with(key, async move {
        let page = Page::of(next.run(request).await).await;
        if page.status.is_server_error() { Err(page) } else { Ok(Arc::new(page)) }
    });
    let (Ok(page) | Err(page)) = page.await;
    page.answer(seen.as_ref())
}

impl Key {
    fn of(request: &Request, edition: u64) -> Option<Self> {
        let path = request.uri().path();
        let segment = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let asked = request.uri().query().unwrap_or_default();
        let has = |names: &[&str], pair: &str| names.contains(&pair.split('=').next().unwrap_or_default());
        let says = |pair: &&str| pair.split_once('=').is_some_and(|(_, value)| !value.is_empty());
        // The page reads "k%61tegori" as a name that is known; the key would not.
        let veiled = |pair: &str| pair.split('=').next().unwrap_or_default().contains('%');
        // In a basket a field is named after its product too: "jumlah-7kq2m9".
        let own = |pair: &str| has(&OWN_QUERY, pair) || has(&OWN_QUERY, pair.split('-').next().unwrap_or_default()) || veiled(pair);
        let own = asked.split('&').filter(says).any(own);
        let signed_in = cookie::Purpose::OF_A_SESSION.iter().any(|name| cookie::value_of(request.headers(), name).is_some());
        if request.method() != Method::GET || signed_in || own || !COMMON.contains(&segment) {
            return None;
        }
        let visitor = request.extensions().get::<Visitor>()?;
        let accepts = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let encoding = ["br", "gzip"].into_iter().find(|name| accepts.contains(name)).unwrap_or_default();
        // A form sends its empty fields too: they ask for nothing.
        let known: Vec<&str> = asked.split('&').filter(says).filter(|pair| has(&KNOWN_QUERY, pair)).collect();
        Some(Self { edition, path: path.to_owned(), query: known.join("&"), lang: visitor.lang, saver: visitor.saver, encoding })
    }
}

impl Page {
    async fn of(answer: Response) -> Self {
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.map(|whole| whole.to_bytes()).unwrap_or_default();
        let tag = ["\"", &BASE64URL_NOPAD.encode(&Sha256::digest(&body)[..12]), "\""].concat();
        let etag = HeaderValue::from_str(&tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""));
        Self { status: parts.status, headers: parts.headers, body, etag }
    }

    fn answer(&self, seen: Option<&HeaderValue>) -> Response {
        let (status, body) = match seen {
            Some(seen) if *seen == self.etag && self.status == StatusCode::OK => (StatusCode::NOT_MODIFIED, Body::empty()),
            _ => (self.status, Body::from(self.body.clone())),
        };
        let mut answer = (status, self.headers.clone(), body).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::ETAG, self.etag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0"));
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Save-Data, Cookie"));
        answer
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use axum::middleware::from_fn_with_state;
    use axum::{Extension, Router};
    use tower::ServiceExt;

    use super::*;
    use crate::access::Role;

    /// A site whose first answer to each test is `first`, and which is well afterwards.
    fn site(first: StatusCode) -> Router {
        let asked = Arc::new(AtomicU32::new(0));
        let page = move || {
            let again = asked.fetch_add(1, Ordering::Relaxed) > 0;
            async move { if again { (StatusCode::OK, "later") } else { (first, "first") } }
        };
        let visitor = Visitor { lang: Lang::Id, role: Role::Anonymous, saver: false };
        Router::new().fallback(page).layer(from_fn_with_state(PageCache::new(Edition::default()), page_cache)).layer(Extension(visitor))
    }

    async fn twice(site: Router) -> [(StatusCode, Bytes); 2] {
        both(site, ["/layanan", "/layanan"]).await
    }

    async fn both(site: Router, paths: [&str; 2]) -> [(StatusCode, Bytes); 2] {
        let mut answers = Vec::new();
        for path in paths {
            let asked = Request::get(path).body(Body::empty()).unwrap();
            let (parts, body) = site.clone().oneshot(asked).await.unwrap().into_parts();
            answers.push((parts.status, body.collect().await.unwrap().to_bytes()));
        }
        answers.try_into().unwrap()
    }

    #[tokio::test]
    async fn a_page_that_is_well_is_kept_and_one_that_went_wrong_is_not() {
        for kept in [StatusCode::OK, StatusCode::NOT_FOUND] {
            assert_eq!(twice(site(kept)).await, [(kept, "first".into()), (kept, "first".into())]);
        }
        for wrong in [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::SERVICE_UNAVAILABLE] {
            assert_eq!(twice(site(wrong)).await, [(wrong, "first".into()), (StatusCode::OK, "later".into())]);
        }
    }

    #[tokio::test]
    async fn a_page_for_what_somebody_types_is_not_kept_and_no_veiled_name_becomes_the_page_of_another() {
        let kept = |paths| async move { both(site(StatusCode::OK), paths).await[1].1 == "first" };
        assert!(
            kept(["/produk?kategori=kerajinan", "/produk?cari=&kategori=kerajinan&harga=&x=y"]).await,
            "what is empty asks for nothing"
        );
        assert!(!kept(["/produk?kategori=kerajinan", "/produk?kategori=tanaman"]).await);
        for own in [
            "/produk?cari=kopi",
            "/produk?kategori=tanaman&cari=kopi",
            "/produk/kopi?jumlah=2",
            "/toko/dapur-1/pesan?jumlah-7kq2m9=2",
            "/toko/dapur-1/pesan?jumlah-7kq2m9=&tulis=ya",
        ] {
            assert!(!kept([own, own]).await, "{own}");
        }
        for veiled in ["/produk?c%61ri=kopi", "/produk?%6bategori=tanaman"] {
            assert!(!kept([veiled, "/produk"]).await, "{veiled}");
        }
    }
}
