use std::collections::HashSet;

use super::crew::Crew;
use crate::access::{ActName, Actor, Hat, Refusal, Unit};
use crate::domain::{AccountId, OfficeCode};
use crate::features::accounts::{InventedWorld, Worker, workers};
use crate::features::compliance::practice_period;
use crate::server::audit::{self, First};
use crate::server::blobs::Blobs;
use crate::server::db::{Db, RegencyScope};
use crate::server::session::{AuthLevel, Begun, Client, Entry, PracticeTicket, begin};

/// The practice office, and who has come to it.
pub struct Practice {
    world: InventedWorld,
    admin: Actor,
    crews: Vec<Crew>,
    pupils: Vec<Pupil>,
    /// What is known at their own offices.
    told: HashSet<(AccountId, ActName)>,
}

/// Somebody of the real staff, and who they are here.
struct Pupil {
    ticket: PracticeTicket,
    hat: Hat,
}

/// A working day. Nobody has a second factor here: it counts as shown all the time.
const SHOWN_FOR: i64 = 12 * 3_600;

impl Practice {
    /// Invents it, in a database where nobody is yet.
    ///
    /// # Errors
    /// As `perform`.
    pub async fn begin(db: Db, blobs: Blobs) -> Result<Self, Refusal> {
        let world = InventedWorld::new(db, blobs);
        let admin = practice_period(&world).await?;
        Ok(Self { world, admin, crews: Vec::new(), pupils: Vec::new(), told: HashSet::new() })
    }

    /// Lets somebody in whom `real` knows, under the hat of their ticket; they find something to do.
    ///
    /// # Errors
    /// `Forbidden` for who has that hat no more; as `perform`.
    pub async fn admit(&mut self, real: &Db, ticket: PracticeTicket, client: &Client) -> Result<Begun, Refusal> {
        let staff = workers(real, &[ticket.office]).await?;
        let here = |worker: &Worker| (worker.account, worker.role) == (ticket.account, ticket.role);
        let worker = staff.into_iter().find(here).ok_or(Refusal::Forbidden)?;
        let at = self.crew(ticket.office).await?;
        self.crews[at].prepares(&self.world).await?;
        let hat = self.hat_of(ticket, &worker.name).await?;
        let entry = Entry {
            account: hat.account,
            hat: hat.membership.map(|(membership, role, _)| (membership, role)),
            level: AuthLevel::TwoFactors,
            step_up_at: Some(self.world.db.clock().now().plus_seconds(SHOWN_FOR)),
            replaces: None,
        };
        begin(&self.world.db, entry, client).await
    }

    /// Notes at the real offices what their people have done here for the first time.
    ///
    /// # Errors
    /// `Busy` or `Internal` of a database; the next time carries what is left.
    pub async fn carry(&mut self, real: &Db) -> Result<(), Refusal> {
        let firsts = audit::firsts_within(&RegencyScope::open(&self.world.db, &self.admin).await?).await?;
        for first in firsts {
            let done_by = |pupil: &&Pupil| pupil.hat.account == first.account && pupil.ticket.office == first.office;
            let pupil = self.pupils.iter().find(done_by);
            let Some(Pupil { ticket, .. }) = pupil.filter(|_| !self.told.contains(&(first.account, first.act))) else { continue };
            audit::carry_first(real, First { account: ticket.account, ..first }).await?;
            self.told.insert((first.account, first.act));
        }
        Ok(())
    }

    /// Where the colleagues at an office stand among all.
    async fn crew(&mut self, office: OfficeCode) -> Result<usize, Refusal> {
        if let Some(at) = self.crews.iter().position(|crew| crew.office == office) {
            return Ok(at);
        }
        self.crews.push(Crew::arrive(&self.world, office).await?);
        Ok(self.crews.len() - 1)
    }

    /// Who they are here: the same person each time they come.
    async fn hat_of(&mut self, ticket: PracticeTicket, name: &str) -> Result<Hat, Refusal> {
        if let Some(pupil) = self.pupils.iter().find(|pupil| pupil.ticket == ticket) {
            return Ok(pupil.hat);
        }
        let pupil = self.world.staff(name, ticket.role, Unit::Office(ticket.office)).await?;
        let hat = pupil.hat().ok_or(Refusal::SignIn)?;
        self.pupils.push(Pupil { ticket, hat });
        Ok(hat)
    }
}
