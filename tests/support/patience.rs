use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use tower::ServiceExt;

/// "Come again" speaks of the load of this machine, not of what is asked: the same is sent again, a
/// minute long. A form carries its key, so it is one wish.
pub async fn answer(app: &Router, request: impl Fn() -> Request<Body>) -> Response {
    let began = Instant::now();
    loop {
        let answer = app.clone().oneshot(request()).await.expect("the router never fails");
        if answer.status() != StatusCode::SERVICE_UNAVAILABLE || began.elapsed() > Duration::from_mins(1) {
            return answer;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
