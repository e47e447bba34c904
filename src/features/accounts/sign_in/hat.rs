use crate::access::{Refusal, Role};
use crate::domain::MembershipId;
use crate::features::accounts::model::Membership;
use crate::features::accounts::store;
use crate::server::db::Db;
use crate::server::session::{AuthLevel, Begun, Client, Doors, Entry, Standing, begin};

/// Under which hats a person may act.
pub struct Hats {
    pub rights: Vec<Membership>,
    pub worn: Option<MembershipId>,
}

/// The hats to choose from: none for who came in without a second factor.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn hats(db: &Db, standing: &Standing) -> Result<Hats, Refusal> {
    let worn = standing.actor.hat().and_then(|hat| hat.membership).map(|(membership, ..)| membership);
    if standing.level < AuthLevel::TwoFactors {
        return Ok(Hats { rights: Vec::new(), worn });
    }
    Ok(Hats { rights: store::rights(db, standing.account).await?, worn })
}

/// Puts another hat on, or none: a new session in place of the old one, so that nothing of the former
/// hat is left.
///
/// # Errors
/// `NotFound` for a hat that is not theirs.
pub async fn take_hat(doors: &Doors, client: &Client, standing: &Standing, wanted: Option<MembershipId>) -> Result<(Begun, Role), Refusal> {
    let rights = hats(&doors.db, standing).await?.rights;
    let hat = match wanted {
        Some(id) => Some(rights.iter().find(|right| right.id == id).map(|right| (right.id, right.role)).ok_or(Refusal::NotFound)?),
        None => None,
    };
    let replaces = Some((standing.hash, standing.ends_at));
    let entry = Entry { account: standing.account, hat, level: standing.level, step_up_at: standing.step_up_at, replaces };
    Ok((begin(&doors.db, entry, client).await?, hat.map_or(Role::Resident, |(_, role)| role)))
}
