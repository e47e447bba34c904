//! The command line.

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;
use smart_kampung::server::backup::{backup_command, restore_command, verify_record_command};
use smart_kampung::server::config::{Command, CommandLine, Serve};
use smart_kampung::server::engine::Engine;
use smart_kampung::server::{http, sandbox};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        Command::Sandbox { kind } => sandbox::child_main(kind),
        Command::Serve(settings) => run(serve(settings)),
        Command::Backup { into, store } => run(say(backup_command(&store, &into))),
        Command::Restore { from, do_it, store } => run(say(restore_command(&store, &from, do_it))),
        Command::VerifyRecord(store) => run(say(verify_record_command(&store))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("smart-kampung: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(work: impl Future<Output = Result<(), Box<dyn Error>>>) -> Result<(), Box<dyn Error>> {
    Runtime::new()?.block_on(work)
}

async fn say(command: impl Future<Output = Result<String, Box<dyn Error>>>) -> Result<(), Box<dyn Error>> {
    println!("{}", command.await?);
    Ok(())
}

async fn serve(settings: Serve) -> Result<(), Box<dyn Error>> {
    let engine = Engine::open(&settings).await?;
    let listener = TcpListener::bind(settings.address).await?;
    println!("Smart Kampung: http://{}", listener.local_addr()?);
    http::serve(listener, http::router(&engine), stop_signal()).await?;
    engine.db.close().await;
    Ok(())
}

/// Ctrl-C at a terminal, SIGTERM from the service manager.
async fn stop_signal() {
    let Ok(mut term) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = term.recv() => {}
    }
}
