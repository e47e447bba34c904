//! Programs that read the web: they are answered like anybody, and counted as nobody.

use axum::http::{HeaderMap, header};

const NAMES: [&str; 6] = ["bot", "crawl", "spider", "whatsapp", "facebookexternalhit", "preview"];

/// Whether whoever asks says that it is one of them.
pub fn is_program(headers: &HeaderMap) -> bool {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_ascii_lowercase();
    NAMES.iter().any(|name| agent.contains(name))
}
