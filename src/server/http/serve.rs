//! Accepting connections: HTTP/1 behind a proxy or on loopback.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::server::session::Peer;

/// How long a client may take to send the head of a request. `axum::serve` has no such limit, and
/// hyper's own is inert without a timer: five thousand slow clients would hold the server.
const HEAD_WITHIN: Duration = Duration::from_secs(10);

/// How long running requests may still take after the signal to stop.
const DRAIN: Duration = Duration::from_secs(20);

/// Serves until `stop` resolves, then lets running requests finish.
///
/// # Errors
/// Only when the listener itself breaks; one failed connection is its client's affair.
pub async fn serve(listener: TcpListener, app: Router, stop: impl Future<Output = ()>) -> io::Result<()> {
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) if out_of_descriptors(&error) => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
                Err(_) => continue,
            },
            () = &mut stop => break,
        };
        _ = stream.set_nodelay(true);
        let peer = Peer(peer.ip());
        let from_there = app.clone().map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer);
            request
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_WITHIN)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(from_there));
        let watched = graceful.watch(connection);
        tokio::spawn(async move { _ = watched.await });
    }
    _ = tokio::time::timeout(DRAIN, graceful.shutdown()).await;
    Ok(())
}

fn out_of_descriptors(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(23 | 24))
}
