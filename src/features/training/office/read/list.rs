//! `/kantor/pelatihan`: trainings of the office, the latest first.

use crate::access::{ActName, Refusal};
use crate::domain::TrainingId;
use crate::features::training::office::Desk;
use crate::features::training::office::desk::DESK;
use crate::features::training::office::drawn::list::{ListFigure, RowFigure, list};
use crate::features::training::office::views::TrainingDeskView;
use crate::features::training::office::{doors, words};
use crate::features::training::store;
use crate::features::training::{State, Training};
use crate::ui::way;

/// Seconds over which those who were trained are counted.
const YEAR: i64 = 365 * 86_400;

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn trainings(desk: &Desk, seen: &str) -> Result<TrainingDeskView, Refusal> {
    let scope = desk.scope().await?;
    let after = match seen.parse::<TrainingId>() {
        Ok(id) => store::training(&scope, id).await.ok(),
        Err(_) => None,
    };
    let (trainings, more) = store::trainings(&scope, after.as_ref()).await?;
    let ids: Vec<TrainingId> = trainings.iter().map(|training| training.id).collect();
    let enrolled = store::enrolled_here(&scope, &ids).await?;
    let trained = store::trained_since(&scope, desk.now().plus_seconds(-YEAR)).await?;
    drop(scope);
    let next = trainings.last().filter(|_| more).map(|last| [DESK, "?setelah=", &last.id.to_string()].concat());
    let count = |id| enrolled.iter().find(|(known, _, _)| *known == id).map_or((0, 0), |(_, seated, waiting)| (*seated, *waiting));
    let figure = ListFigure {
        begins: desk.may(ActName::KeepTraining).then(|| way([DESK, "/baru"].concat(), "Tambah pelatihan")),
        learns: way("/kantor/belajar", "Belajar memakai situs ini, untuk pegawai kantor"),
        rows: trainings.iter().map(|training| row(desk, training, count(training.id))).collect(),
        trained: (trained > 0).then(|| [&trained.to_string(), " orang hadir di pelatihan, 12 bulan terakhir."].concat()),
        next,
    };
    Ok(desk.page(None, "Pelatihan", list(figure)))
}

fn row(desk: &Desk, training: &Training, (seated, waiting): (u32, u32)) -> RowFigure {
    let outline = &training.outline;
    let more = match training.state {
        State::Draft => vec![words::session(outline.sessions.all()[0])],
        State::Open | State::Finished | State::Cancelled { .. } => {
            vec![words::session(outline.sessions.all()[0]), words::seats(outline, seated, waiting)]
        }
    };
    RowFigure { way: way(doors::page_of(training.id), outline.title.clone()), more, mark: words::state(training, desk.today()) }
}
