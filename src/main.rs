//! The command line.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use smart_kampung::server::config::{Command, CommandLine, Serve};
use smart_kampung::server::http;
use tokio::net::TcpListener;

fn main() -> ExitCode {
    let Command::Serve(settings) = CommandLine::parse().command;
    match tokio::runtime::Runtime::new().and_then(|runtime| runtime.block_on(serve(settings))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("smart-kampung: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(settings: Serve) -> std::io::Result<()> {
    let assets = Arc::new(http::Assets::read(&settings.site)?);
    let listener = TcpListener::bind(settings.address).await?;
    println!("Smart Kampung: http://{}", listener.local_addr()?);
    http::serve(listener, http::router(assets), stop_signal()).await
}

/// Ctrl-C at a terminal, SIGTERM from the service manager.
async fn stop_signal() {
    let mut term = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(term) => term,
        Err(_) => return std::future::pending().await,
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = term.recv() => {}
    }
}
