use axum::http::header;
use smart_kampung::access::{Hat, Role};
use smart_kampung::features::accounts::demo;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::session::{self, AuthLevel, Client, Entry, cookie};

use super::Served;

/// What the plain form of a photo sends: bounded by `x`.
pub fn photo_form(field: &str, key: &str, photo: &[u8]) -> Vec<u8> {
    file_form(&[("_key", key)], field, photo)
}

/// The same for any file, with what was typed before it.
pub fn file_form(typed: &[(&str, &str)], field: &str, file: &[u8]) -> Vec<u8> {
    let text = |(name, text): &(&str, &str)| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
    let head = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"a.jpg\"\r\n\r\n");
    let typed: String = typed.iter().map(text).collect();
    [typed.as_bytes(), head.as_bytes(), file, b"\r\n--x--\r\n"].concat()
}

/// A server with the people of a demonstration.
pub async fn engine_with_people() -> Served {
    let engine = super::engine_of(&["--demo"]).await;
    demo::invent_people(&engine.db).await.expect("people");
    engine
}

/// The hat of an invented person: `hat(&engine, "Rini Wulandari")`.
pub async fn hat(engine: &Engine, name: &str) -> Hat {
    let hats = demo::hats(&engine.db).await.expect("people");
    hats.into_iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("nobody is called {name}")).1
}

/// Begins a real session, and gives the `Cookie` line of its browser. Whoever has a second factor has
/// shown it just now.
pub async fn cookie_of(engine: &Engine, hat: Hat) -> String {
    let shown = hat.membership.map(|_| engine.db.clock().now());
    cookie_for(engine, Entry { step_up_at: shown, ..entry(hat) }).await
}

/// The same for somebody who has shown it too long ago.
pub async fn old_cookie_of(engine: &Engine, hat: Hat) -> String {
    cookie_for(engine, entry(hat)).await
}

fn entry(hat: Hat) -> Entry {
    Entry {
        account: hat.account,
        hat: hat.membership.map(|(membership, role, _)| (membership, role)),
        level: if hat.membership.is_some() { AuthLevel::TwoFactors } else { AuthLevel::Phone },
        step_up_at: None,
        replaces: None,
    }
}

/// What the app of an invented person shows now.
pub async fn code_of(engine: &Engine, name: &str) -> String {
    let people = demo::whom_to_sign_in_as(&engine.db).await.expect("people");
    let line = people.lines().find(|line| line.contains(name)).expect("somebody invented");
    line.split_whitespace().nth(5).expect("a code").to_owned()
}

async fn cookie_for(engine: &Engine, entry: Entry) -> String {
    let client = Client { prefix: "203.0.113.0/24".into(), device: "Chrome, Android".into() };
    let begun = session::begin(&engine.db, entry, &client).await.expect("a session");
    let line = cookie::give(cookie::Purpose::Session, engine.doors.secure, &begun.token, begun.seconds);
    line.to_str().expect("text").split(';').next().expect("a pair").to_owned()
}

/// One person for each role of the access table, in its order.
pub const BY_ROLE: [(Role, &str); 8] = [
    (Role::Anonymous, ""),
    (Role::Resident, "Ratna Contoh"),
    (Role::Operator, "Rini Wulandari"),
    (Role::Verifier, "Joko Prasetyo"),
    (Role::Head, "Hadi Santoso"),
    (Role::Camat, "Agus Setiawan"),
    (Role::Reviewer, "Gede Artawan"),
    (Role::RegencyAdmin, "Wayan Sudarma"),
];

/// A form that the page itself sent.
pub fn form(path: &str) -> axum::http::request::Builder {
    axum::http::Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::HOST, "kampung.test")
        .header(header::ORIGIN, "http://kampung.test")
}
