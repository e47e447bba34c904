use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use tower::ServiceExt;

use super::form;

/// Somebody with a browser that runs no script: a page, a file, or where a form leads.
pub struct Browser {
    pub app: Router,
    pub cookie: String,
}

impl Browser {
    /// A page that is there.
    pub async fn page(&self, path: &str) -> String {
        let (status, bytes) = self.file(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        String::from_utf8(bytes).expect("text")
    }

    pub async fn file(&self, path: &str) -> (StatusCode, Vec<u8>) {
        let (status, _, bytes) = self.asks(Request::get(path).body(Body::empty()).expect("a request")).await;
        (status, bytes)
    }

    /// The status, where it leads, and the page that is drawn when it leads nowhere.
    pub async fn sends(&self, path: &str, body: &str) -> (StatusCode, String, String) {
        let (status, to, page) = self.asks(form(path).body(Body::from(body.to_owned())).expect("a request")).await;
        (status, to, String::from_utf8(page).expect("text"))
    }

    pub async fn asks(&self, mut request: Request<Body>) -> (StatusCode, String, Vec<u8>) {
        request.headers_mut().insert(header::COOKIE, self.cookie.parse().expect("a cookie"));
        request.headers_mut().insert(header::ACCEPT, "text/html".parse().expect("a header"));
        let (parts, body) = self.app.clone().oneshot(request).await.expect("an answer").into_parts();
        let to = parts.headers.get(header::LOCATION).map(|to| to.to_str().expect("text").to_owned()).unwrap_or_default();
        (parts.status, to, body.collect().await.expect("a whole body").to_bytes().to_vec())
    }
}

/// The hidden fields of the form with this action, as a browser sends them.
pub fn hidden_fields(page: &str, action: &str) -> String {
    let form = page.split(&format!("action=\"{action}\"")).nth(1).and_then(|rest| rest.split("</form>").next()).expect(action);
    let field = |input: &str| {
        let of = |name: &str| input.split(&format!(" {name}=\"")).nth(1)?.split('"').next();
        (of("type")? == "hidden").then(|| Some(format!("{}={}", of("name")?, of("value")?)))?
    };
    form.split("<input").skip(1).filter_map(|input| field(input.split('>').next()?)).collect::<Vec<_>>().join("&")
}

/// Somebody whom nobody knows, with nothing kept from before.
pub async fn ask(engine: &Engine, path: &str) -> (StatusCode, String) {
    let answer = router(engine).oneshot(Request::get(path).body(Body::empty()).expect("a request")).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    let bytes = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, String::from_utf8_lossy(&bytes).into_owned())
}
