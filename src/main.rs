//! The command line.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use smart_kampung::access::Refusal;
use smart_kampung::domain::{PersonName, Phone};
use smart_kampung::features::accounts::{console, demo};
use smart_kampung::features::applications;
use smart_kampung::features::catalogue;
use smart_kampung::features::compliance::{self, note_figures};
use smart_kampung::features::letters::{Crest, Renderer};
use smart_kampung::features::library;
use smart_kampung::features::training;
use smart_kampung::features::transfers::{TransferCarrier, forget_ended};
use smart_kampung::server::backup::{backup_command, restore_command, verify_record_command};
use smart_kampung::server::blobs::Blobs;
use smart_kampung::server::config::{AdminCode, Command, CommandLine, Serve};
use smart_kampung::server::db::Db;
use smart_kampung::server::engine::{Engine, open_db};
use smart_kampung::server::{http, outbox, sandbox, telemetry};
use smart_kampung::text::{Lang, refusal_sentence};
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
        Command::AdminCode(settings) => run(admin_code(settings)),
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

async fn serve(mut settings: Serve) -> Result<(), Box<dyn Error>> {
    telemetry::begin();
    let listener = TcpListener::bind(settings.address).await?;
    // With port 0 the system chooses; letters name the one that it chose.
    settings.address = listener.local_addr()?;
    let engine = Engine::open(&settings).await?;
    if engine.demo {
        demo::invent_people(&engine.db).await.map_err(in_words)?;
        catalogue::demo::invent_market(&engine).await.map_err(in_words)?;
        compliance::demo::settle_reviewers(&engine.db).await.map_err(in_words)?;
        library::demo::invent_library(&engine.db).await.map_err(in_words)?;
        training::demo::invent_trainings(&engine.db).await.map_err(in_words)?;
        println!("{}", demo::whom_to_sign_in_as(&engine.db).await.map_err(in_words)?);
    }
    println!("Smart Kampung: http://{}", settings.address);
    // What is left when the server stops comes again: a message is done only when it is marked so.
    let letters = Renderer {
        db: engine.db.clone(),
        sandbox: engine.sandbox.clone(),
        blobs: engine.blobs.clone(),
        stand_in: engine.demo.then(Crest::stand_in),
    };
    let carrying = tokio::spawn(outbox::run(engine.db.clone(), letters));
    let moving = tokio::spawn(outbox::run(engine.db.clone(), TransferCarrier { db: engine.db.clone() }));
    let counting = tokio::spawn(count_for_ever(engine.clone()));
    let tidying = tokio::spawn(tidy_for_ever(engine.db.clone(), engine.blobs.clone()));
    http::serve(listener, http::router(&engine), stop_signal()).await?;
    carrying.abort();
    moving.abort();
    tidying.abort();
    counting.abort();
    write_looks_down(&engine).await;
    engine.db.close().await;
    Ok(())
}

/// A crash costs the looks of a few seconds.
async fn count_for_ever(engine: Engine) {
    loop {
        tokio::time::sleep(Duration::from_secs(10)).await;
        write_looks_down(&engine).await;
    }
}

async fn write_looks_down(engine: &Engine) {
    if let Err(refusal) = engine.looks.write_down(&engine.db).await {
        tracing::warn!(?refusal, "looks at products were not written down");
    }
}

/// Terms are days long; an hour more or less is nothing.
async fn tidy_for_ever(db: Db, blobs: Blobs) {
    loop {
        tell("products whose search was written anew", catalogue::renew_search(&db).await);
        tell("ends of permits that were told", catalogue::remind_of_permits(&db).await);
        tell("sessions of tomorrow that were told", training::remind_of_sessions(&db).await);
        tell("shops that were measured around trainings", catalogue::effect::measure_effects(&db).await);
        tell("readers who were told what they have to bring back", library::remind_readers(&db).await);
        let tidied = applications::tidy(&db, &blobs).await;
        let moves = forget_ended(&db).await;
        let figures = note_figures(&db).await;
        tracing::info!(cases = tidied.cases, answers = tidied.answers, files = tidied.files, moves, figures, "tidied up");
        tokio::time::sleep(Duration::from_secs(3_600)).await;
    }
}

/// What a round has done, and that it failed; that there was nothing to do is no news.
fn tell(what: &'static str, done: Result<usize, Refusal>) {
    match done {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "{what}"),
        Err(refusal) => tracing::warn!(?refusal, "failed: {what}"),
    }
}

/// Prints a one-time code for an administrator. The server must not be running on the same SQLite file.
async fn admin_code(settings: AdminCode) -> Result<(), Box<dyn Error>> {
    let name = PersonName::parse(&settings.name).map_err(|fault| format!("--name: {fault:?}"))?;
    let phone = Phone::parse(&settings.phone).map_err(|_| "--phone: not an Indonesian mobile number")?;
    let db = open_db(&settings.store).await?;
    let code = console::admin_code(&db, name, phone).await.map_err(in_words)?;
    println!("Type this code at /masuk/aktivasi within three days; it works once: {code}");
    db.close().await;
    Ok(())
}

fn in_words(refusal: Refusal) -> Box<dyn Error> {
    refusal_sentence(Lang::En, &refusal).into()
}

/// Ctrl-C at a terminal, SIGTERM from the service manager.
async fn stop_signal() {
    let Ok(mut term) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = term.recv() => {}
    }
}
