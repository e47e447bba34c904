use std::time::Duration;

use smart_kampung::domain::IdemKey;

use crate::crowd::Desk;
use crate::load::{Load, run};
use crate::pages::tell;
use crate::report::{Guard, Report};
use crate::server::Server;

/// Far more than the officers of all offices ask at once.
const STEADY: Load = Load { connections: 16, time: Duration::from_secs(6), rate: Some(100.0) };
const MOST: Guard = Guard::AtMost(30.0);

/// G11, moves that come to an office, beside all the cases of the regency: listing, opening, accepting.
pub async fn measure(report: &mut Report, server: &Server, desk: &Desk) {
    let get =
        |path: String| format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nCookie: {}\r\n\r\n", server.address, desk.cookie);
    // Far down the list: after the one in the middle, whenever it came.
    let (list, middle) = (get("/kantor/pindah-masuk".into()), desk.moves.get(desk.moves.len() / 2).expect("moves"));
    let down = get(format!("/kantor/pindah-masuk?daftar=semua&setelah={}.{middle}", i64::MAX / 2));
    for (what, request) in [("moves that wait, listed", list), ("all moves, from far down", down)] {
        let listed = run(&server.address, STEADY, move |_| Some(request.clone()), "S*** A*****").await;
        tell(report, "G11", what, listed, Guard::None, MOST);
    }

    let opened: Vec<_> = desk.moves.iter().map(|id| get(format!("/kantor/pindah-masuk/{id}"))).collect();
    let opened = run(&server.address, STEADY, move |at| opened.get(at % opened.len()).cloned(), "Terima kepindahan").await;
    tell(report, "G11", "a move, opened (and noted for its owner)", opened, Guard::None, MOST);

    let (address, cookie, moves) = (server.address.clone(), desk.cookie.clone(), desk.moves.clone());
    let accept = move |at: usize| {
        let body = format!("_id={}&_seen=1&_key={}", moves.get(at)?, IdemKey::from_u128(u128::MAX - 1_000_000 - at as u128));
        Some(format!(
            "POST /api/transfers/accept HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nAccept: text/html\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    };
    let accepted = run(&server.address, STEADY, accept, "location: /kantor/pindah-masuk/").await;
    tell(report, "G11", "a move, accepted", accepted, Guard::None, MOST);
}
