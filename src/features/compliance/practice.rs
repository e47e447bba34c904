//! A period of the 13 items at the practice office.

use super::Instrument;
use super::acts::{DeclareHome, OpenCampaign};
use crate::access::{Actor, Refusal, Role, Unit};
use crate::domain::OfficeCode;
use crate::features::accounts::InventedWorld;
use crate::features::offices::gazetteer;
use crate::server::clock::day_at;
use crate::server::incident;

/// As many reviewers as it takes so that nobody reviews their own kecamatan, in villages of three kecamatan.
const HOMES: [i64; 3] = [3_510_082_002, 3_510_052_002, 3_510_132_013];

/// Longer than a server runs without a new start.
const DAYS: i32 = 365;

/// Opens a period of the 13 items for every office. Gives who has opened it: the one who sees all offices.
///
/// # Errors
/// As `perform`.
pub async fn practice_period(world: &InventedWorld) -> Result<Actor, Refusal> {
    let regency = Unit::Regency(world.db.regency());
    let admin = world.staff("Administrator Contoh", Role::RegencyAdmin, regency).await?;
    let mut reviewers = Vec::new();
    for home in HOMES {
        let reviewer = world.staff("Pemeriksa Contoh", Role::Reviewer, regency).await?;
        let home = OfficeCode::try_from(home).map_err(|_| incident::report("a reviewer lives in no village", &"practice"))?;
        world.does(&reviewer, DeclareHome { home }).await?;
        reviewers.extend(reviewer.account());
    }
    let instrument = Instrument::seeded().code.clone();
    let today = day_at(world.db.clock().now(), world.db.zone());
    let offices = gazetteer().all().iter().map(|office| office.code).collect();
    let open = OpenCampaign { name: "Periode latihan".to_owned(), closes: today.plus_days(DAYS), offices, instrument, reviewers };
    world.does(&admin, open).await?;
    Ok(admin)
}
