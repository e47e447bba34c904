//! Who brings a file for those who take part, and who is given it. The routes are in `server::http`.

use super::material::takes_material;
use super::policy::{self, Facts};
use super::{Material, State, store};
use crate::access::{ActName, Actor, Refusal, Role, Unit};
use crate::domain::{BlobId, OfficeCode, TrainingId};
use crate::forms::{ProblemCode, Problems, read};
use crate::server::db::{Db, OfficeScope, OwnScope};

/// Longest name of a file, in characters.
const TITLE: u32 = 80;

/// The page on which files are brought.
pub fn page_of_materials(training: &str) -> String {
    ["/kantor/pelatihan/", training].concat()
}

/// The office whose training it is, for who may bring files there.
///
/// # Errors
/// `NotFound` out of reach, `Forbidden` for who may only look; `Conflict` when it takes no more.
pub async fn may_add_material(db: &Db, actor: &Actor, training: &str) -> Result<(OfficeCode, TrainingId), Refusal> {
    let Some(Unit::Office(office)) = actor.unit() else { return Err(Refusal::NotFound) };
    let id: TrainingId = training.parse().map_err(|_| Refusal::NotFound)?;
    let scope = OfficeScope::open(db, actor).await?;
    let training = store::training(&scope, id).await?;
    policy::decide(actor, ActName::AddMaterial, Facts::default()).permit()?;
    takes_material(&training, store::materials(&scope, id).await?.len())?;
    Ok((office, id))
}

/// What a file is called, of one that has come.
///
/// # Errors
/// `Invalid` at the fields `berkas` and `nama_berkas`.
pub fn title_of_material(there: bool, typed: &str) -> Result<String, Refusal> {
    let mut problems = Problems::default();
    if !there {
        problems.add("berkas", ProblemCode::MissingFile);
    }
    let title = read::line(typed, TITLE).and_then(|title| if title.is_empty() { Err(ProblemCode::Missing) } else { Ok(title) });
    let title = title.map_err(|code| problems.add("nama_berkas", code)).ok();
    title.filter(|_| problems.is_empty()).ok_or(Refusal::Invalid(problems))
}

/// A file for who may have it, and at which office it is: whoever works there, and who has a seat in the training.
///
/// # Errors
/// `NotFound` for everybody else, for a training that was cancelled, and for a file of another one.
pub async fn material_for(db: &Db, actor: &Actor, training: &str, file: &str) -> Result<(OfficeCode, Material), Refusal> {
    let id: TrainingId = training.parse().map_err(|_| Refusal::NotFound)?;
    let file: BlobId = file.parse().map_err(|_| Refusal::NotFound)?;
    let (office, material) = match (actor.role(), actor.unit()) {
        (Role::Operator | Role::Verifier | Role::Head, Some(Unit::Office(office))) => {
            (office, store::material(&*OfficeScope::open(db, actor).await?, file).await?)
        }
        (Role::Resident, None) => {
            let own = store::own_place_in(&OwnScope::open(db, actor).await?, id).await?;
            let (office, enrolment) = own.ok_or(Refusal::NotFound)?;
            let there = OwnScope::open_at(db, actor, office).await?;
            let training = store::training(&there, id).await?;
            let open = matches!(training.state, State::Open | State::Finished);
            if !open || !store::line(&there, &training).await?.sits(enrolment.id) {
                return Err(Refusal::NotFound);
            }
            (office, store::material(&there, file).await?)
        }
        _ => return Err(Refusal::NotFound),
    };
    if material.training == id { Ok((office, material)) } else { Err(Refusal::NotFound) }
}
