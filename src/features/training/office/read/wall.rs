//! `/kantor/pelatihan/{id}/layar/{sesi}`: the code that whoever is in the room types, large enough for its last row.

use crate::access::{ActName, Refusal};
use crate::domain::TrainingId;
use crate::features::offices::gazetteer;
use crate::features::training::attendance_code::{Wall, seconds_left};
use crate::features::training::office::Desk;
use crate::features::training::office::doors::page_of;
use crate::features::training::office::drawn::wall::{WallFigure, closed, wall as draw};
use crate::features::training::office::views::WallView;
use crate::features::training::office::words;
use crate::features::training::store;
use crate::server::{incident, qr::qr_path};
use crate::text::refusal_sentence;
use crate::ui::{QrView, way};

use super::super::desk::LANG;

/// How long a page without a code waits before it looks again, in seconds.
const LOOK_AGAIN: i64 = 30;

/// `origin`: "https://smartkampung.example".
///
/// # Errors
/// `NotFound` out of reach, and for a session that there is not; `Forbidden` for who does not note attendance.
pub async fn wall(desk: &Desk, id: TrainingId, session: u8, origin: &str) -> Result<WallView, Refusal> {
    let scope = desk.scope().await?;
    let training = store::training(&scope, id).await?;
    let key = scope.db().keys().blind_index(desk.office().number());
    drop(scope);
    desk.decide(ActName::MarkAttendance).permit()?;
    let meeting = training.outline.sessions.number(session).ok_or(Refusal::NotFound)?;
    let wall = Wall::all(&training, desk.db().zone()).into_iter().find(|wall| wall.session == session).ok_or(Refusal::NotFound)?;
    let now = desk.db().clock().now();
    let shown = training.must_be_open().and_then(|()| wall.shown(&key, now));
    let (refresh, drawn) = match shown {
        Ok(code) => {
            let address = [origin, "/hadir/", &id.to_string(), "?kode=", &code.digits()].concat();
            let qr = qr_path(&address).ok_or_else(|| incident::report("an attendance code is longer than a QR code", &"training"))?;
            let page = [origin.split("://").last().unwrap_or_default(), "/hadir/", &id.to_string()].concat();
            (seconds_left(now), draw(WallFigure { code: code.grouped(), qr: QrView { size: qr.size, path: qr.path }, page }))
        }
        Err(refusal) => (LOOK_AGAIN, closed(refusal_sentence(LANG, &refusal))),
    };
    Ok(WallView {
        back: way([&page_of(id), "?sesi=", &session.to_string(), "#kehadiran"].concat(), training.outline.title.clone()),
        title: training.outline.title.clone(),
        lede: ["Sesi ", &session.to_string(), ", ", &words::session(meeting), ". ", &gazetteer().full_title(desk.office())].concat(),
        refresh: refresh.to_string(),
        drawn,
    })
}
