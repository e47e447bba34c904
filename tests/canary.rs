//! After a letter has gone its whole way, no NIK, KK or phone stands in clear on the disk, in the log or in a
//! backup.

use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{StatusCode, header};
use smart_kampung::features::accounts::demo;
use smart_kampung::features::applications::acts::{Reveal, StartApplication};
use smart_kampung::features::transfers::TransferCarrier;
use smart_kampung::forms::Answers;
use smart_kampung::server::access_log::AccessPurpose;
use smart_kampung::server::backup::backup_command;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::router;
use smart_kampung::server::outbox::carry_due;
use tower::ServiceExt;
use tracing_subscriber::fmt;

use crate::issuing::renderer;
use crate::moving::annex;
use crate::support::{Folder, Step, Village, cookie_of, does, form, hat, settings_with};

/// Ratna's NIK and KK as forms and letters write them, and her phone without what may stand before it.
const NUMBERS: [&str; 5] = ["3510164506900001", "3510 1645 0690 0001", "3510160101100001", "3510 1601 0110 0001", "81200000001"];

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("a log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn canary_nik_not_in_any_file() {
    let log = Log::default();
    let written = log.clone();
    // Everything that any library says: far more than the program writes.
    let subscriber = fmt().with_max_level(tracing::Level::TRACE).with_writer(move || written.clone()).finish();
    let _logging = tracing::subscriber::set_default(subscriber);

    let (data, copies) = (Folder::new(), Folder::new());
    let settings = settings_with(&data, &["--demo"]);
    let engine = Engine::open(&settings).await.expect("a server: is the site built?");
    demo::invent_people(&engine.db).await.expect("people");
    goes_the_whole_way(&engine).await;

    let mut names = Vec::new();
    look_into(data.path().as_ref(), &mut names);
    assert!(names.iter().any(|name| name.ends_with("-wal")) && names.len() > 5, "{names:?}");
    engine.db.close().await;
    look_into(data.path().as_ref(), &mut names);
    let said = backup_command(&settings.store, copies.path().as_ref()).await.expect("a backup");
    look_into(copies.path().as_ref(), &mut names);
    // It would be seen: a name stands in clear (security 9).
    let database = std::fs::read(format!("{}/kampung.db", data.path())).expect("the database");
    assert!(holds(&database, "Ratna Contoh"));
    let log = log.0.lock().expect("a log");
    assert!(log.len() > 1_000, "nothing was logged");
    for number in NUMBERS {
        assert!(!holds(&log, number) && !said.contains(number), "{number} stands in the log");
    }
}

/// Typed, refused, kept, sent, revealed, signed, set on paper, and told to the next office and the camat.
async fn goes_the_whole_way(engine: &Engine) {
    let app = router(engine);
    let ratna = cookie_of(engine, hat(engine, "Ratna Contoh").await).await;
    let post = async |path: &str, body: String| {
        let asked = form(path).header(header::COOKIE, &ratna).header(header::ACCEPT, "text/html");
        app.clone().oneshot(asked.body(Body::from(body)).expect("a request")).await.expect("the router never fails")
    };
    let code = post("/api/accounts/ask_code", "hp=0812+0000+0001&lewat=wa".into()).await;
    assert_eq!(code.status(), StatusCode::SEE_OTHER);
    let village = Village::tamansari(engine).await;
    village.opens(engine).await;
    let service = "skd".parse().expect("a service");
    let begin = StartApplication { office: village.office, service, said: Answers::EMPTY };
    let draft = does(engine, &village.resident(), begin).await.id;
    let typed = format!("_id={draft}&_langkah=pemohon&nik=3510+1645+0690+0001&no_kk=3510160101100001&nama=");
    assert_eq!(post("/api/applications/save_step", typed).await.status(), StatusCode::UNPROCESSABLE_ENTITY, "a name is missing");
    let case = village.case_at(engine, Step::Claimed).await;
    does(engine, &village.officer, Reveal { id: case, purpose: AccessPurpose::RevealToCompare }).await;
    village.signs_with(engine, &annex()).await;
    carry_due(&engine.db, &renderer(engine)).await.expect("papers");
    carry_due(&engine.db, &TransferCarrier { db: engine.db.clone() }).await.expect("a move");
}

fn look_into(folder: &Path, names: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            look_into(&path, names);
            continue;
        }
        let content = std::fs::read(&path).expect("a file");
        for number in NUMBERS {
            assert!(!holds(&content, number), "{number} stands in {}", path.display());
        }
        names.push(path.display().to_string());
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
