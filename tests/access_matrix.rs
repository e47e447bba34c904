//! Every page, server function and own route x every role, against `access_matrix.txt`: a table that a
//! person writes and reads, and no tool rewrites. What is not in it fails.

use std::collections::BTreeSet;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use smart_kampung::access::Role;
use smart_kampung::server::engine::Engine;
use smart_kampung::server::http::{OWN_ROUTES, page_routes, router};
use smart_kampung::server::sandbox::Sandbox;

use crate::support::{self, Served};

mod courses;
mod samples;
mod shelf;
use samples::Samples;

const TABLE: &str = include_str!("access_matrix.txt");

/// One line of the table: a request, and the status for each role.
struct Line {
    /// `page`, `fn` or `own`.
    kind: &'static str,
    /// `/d/:slug`, `accounts/dismiss`, `GET /m/:id`.
    route: &'static str,
    /// A path, or the body of a form.
    request: &'static str,
    statuses: [u16; 8],
    text: &'static str,
}

fn table() -> Vec<Line> {
    TABLE.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(read_line).collect()
}

fn read_line(text: &'static str) -> Line {
    let columns: Vec<&str> = text.split('|').map(str::trim).collect();
    let [kind, route, request, statuses] = columns[..] else { panic!("four columns, parted by |, in: {text}") };
    let statuses: Vec<u16> = statuses.split_whitespace().map(|status| status.parse().expect("a status")).collect();
    let statuses = statuses.try_into().unwrap_or_else(|_| panic!("eight statuses, one for each role, in: {text}"));
    Line { kind, route, request, statuses, text }
}

/// `{slug}` of axum is `:slug` of the page's own route.
fn as_written(path: &str) -> String {
    path.replace('{', ":").replace('}', "")
}

#[tokio::test]
async fn authz_every_route_is_in_matrix() {
    let lines = table();
    let known = |kind: &str| lines.iter().filter(|line| line.kind == kind).map(|line| line.route.to_owned()).collect::<BTreeSet<_>>();
    let pages: BTreeSet<String> = page_routes().iter().map(|page| as_written(page.path())).collect();
    let functions: BTreeSet<String> =
        leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/").to_owned()).collect();
    let own: BTreeSet<String> = OWN_ROUTES.iter().map(|route| (*route).to_owned()).collect();
    for (kind, there, request) in [("page", pages, "its address with a sample"), ("fn", functions, "a body"), ("own", own, "a path")] {
        let missing: Vec<_> = there.difference(&known(kind)).cloned().collect();
        let gone: Vec<_> = known(kind).difference(&there).cloned().collect();
        for route in &missing {
            eprintln!(
                "add to tests/access_matrix.txt, with the statuses it must have: {kind} | {route} | <{request}> | <anon> <warga> <operator> <verifikator> <kades> <camat> <bpm> <admin_kab>"
            );
        }
        assert!(missing.is_empty(), "no line says who may use these: {missing:?}");
        assert!(gone.is_empty(), "these lines are about nothing: {gone:?}");
    }
}

#[tokio::test]
async fn every_role_gets_what_the_table_says_and_nothing_else() {
    let (_served, engine) = with_children().await;
    let samples = Samples::of(&engine).await;
    compare(&engine, &samples, table(), &support::BY_ROLE).await;
}

/// The same lines from the other side: what is foreign there is there, and belongs to somebody.
#[tokio::test]
async fn the_other_office_gets_for_its_own_what_the_table_says() {
    const THEIRS: [(Role, &str); 4] =
        [(Role::Resident, "Budi Contoh"), (Role::Operator, "Sri Lestari"), (Role::Verifier, "Adi Nugroho"), (Role::Head, "Yuli Astuti")];
    let (_served, engine) = with_children().await;
    let samples = Samples::of(&engine).await.seen_from_there();
    let of_an_office = |line: &Line| line.request.contains("_here}") && !line.request.contains("right_");
    let lines = table().into_iter().filter(of_an_office).collect::<Vec<_>>();
    assert!(lines.len() > 20, "the table has lines about what is there");
    compare(&engine, &samples, lines, &THEIRS).await;
}

/// A server whose children are those of the program, not of this test.
async fn with_children() -> (Served, Engine) {
    let served = support::engine_with_people().await;
    let mut engine = Engine::clone(&served);
    engine.sandbox = Sandbox::of(env!("CARGO_BIN_EXE_smart-kampung"));
    (served, engine)
}

async fn compare(engine: &Engine, samples: &Samples, lines: Vec<Line>, people: &[(Role, &str)]) {
    let (app, mut wrong) = (router(engine), Vec::new());
    for line in lines {
        for (role, name) in people {
            let expected = line.statuses[Role::ALL.iter().position(|known| known == role).expect("a column")];
            let cookie = match role {
                Role::Anonymous => None,
                _ => Some(support::cookie_of(engine, support::hat(engine, name).await).await),
            };
            let found = ask(&app, &line, &samples.fill(line.request).await, cookie).await;
            if found != expected {
                wrong.push(format!("{}: {} gets {found}, not {expected}", line.text, role.code()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Right of the person for this: with `kades` of the same office, whose second factor is not fresh.
#[tokio::test]
async fn without_a_fresh_second_factor_no_right_is_given_or_taken() {
    let engine = support::engine_with_people().await;
    let (app, samples) = (router(&engine), Samples::of(&engine).await);
    let head = support::hat(&engine, "Hadi Santoso").await;
    for line in table().iter().filter(|line| ["accounts/appoint", "accounts/dismiss", "accounts/issue_code"].contains(&line.route)) {
        let cookie = support::old_cookie_of(&engine, head).await;
        let expected = if line.statuses[4] == 200 { 403 } else { line.statuses[4] };
        let found = ask(&app, line, &samples.fill(line.request).await, Some(cookie)).await;
        assert_eq!(found, expected, "{}", line.text);
    }
}

impl Line {
    fn request(&self, filled: &str, cookie: Option<&str>) -> Request<Body> {
        let request = match self.kind {
            "fn" => support::form(&["/api/", self.route].concat()),
            _ => Request::get(filled).header(header::ACCEPT, "text/html"),
        };
        let request = cookie.into_iter().fold(request, |request, cookie| request.header(header::COOKIE, cookie));
        let body = if self.kind == "fn" { Body::from(filled.to_owned()) } else { Body::empty() };
        request.body(body).expect("a request")
    }
}

async fn ask(app: &Router, line: &Line, filled: &str, cookie: Option<String>) -> u16 {
    support::answer(app, || line.request(filled, cookie.as_deref())).await.status().as_u16()
}
