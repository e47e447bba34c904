//! What a demonstration needs of a review: its reviewers have said where they live. Nothing is judged: no
//! village is to be told a class that nobody gave it.

use super::acts::DeclareHome;
use super::store;
use crate::access::Refusal;
use crate::domain::OfficeCode;
use crate::features::accounts::demo;
use crate::server::db::Db;
use crate::server::incident;

/// Each in another kecamatan, and in none of the offices that people of the demonstration work for: Srono,
/// Muncar, Rogojampi.
const HOMES: [(&str, i64); 3] = [("Gede Artawan", 3_510_082_002), ("Siti Rahayu", 3_510_052_002), ("Made Suparta", 3_510_132_013)];

/// # Errors
/// As `perform`.
pub async fn settle_reviewers(db: &Db) -> Result<(), Refusal> {
    for (name, home) in HOMES {
        let actor = demo::actor(db, name).await?;
        let account = actor.account().ok_or(Refusal::SignIn)?;
        if store::home_of(db, &[account]).await?.iter().any(|reviewer| reviewer.home.is_some()) {
            continue;
        }
        let home = OfficeCode::try_from(home).map_err(|_| incident::report("a reviewer lives in no village", &"demo"))?;
        db.perform(actor, db.fresh_key(), DeclareHome { home }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::offices::gazetteer;

    #[test]
    fn every_home_is_a_village() {
        for (name, home) in HOMES {
            assert!(gazetteer().by_code(OfficeCode::try_from(home).unwrap()).is_some(), "{name}");
        }
    }
}
