//! What the program says of itself while it serves: one line of JSON for each event, on stderr.
//!
//! Deliberately absent: a person's data. Requests are not logged, and neither is what a panic says.

use tracing::level_filters::LevelFilter;
use tracing_subscriber::EnvFilter;

/// From now on events are written. `RUST_LOG` chooses others.
pub fn begin() {
    let chosen = EnvFilter::builder().with_default_directive(LevelFilter::INFO.into()).from_env_lossy();
    tracing_subscriber::fmt().json().with_env_filter(chosen).with_writer(std::io::stderr).init();
    // The words of a panic may quote what somebody has typed; its place in the source does not.
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(at, "panicked");
    }));
}
