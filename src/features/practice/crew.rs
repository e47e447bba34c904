use crate::access::{Actor, Refusal, Role, Unit};
use crate::domain::{OfficeCode, OfficeKind};
use crate::features::accounts::InventedWorld;
use crate::features::applications::practice_cases;
use crate::features::catalogue::practice_shop;
use crate::features::library::practice_shelf;
use crate::features::offices::{KeepProfile, NEVER, OfficeProfile, Official, gazetteer, profile};
use crate::server::db::OfficeScope;

/// The colleagues whom a beginner finds at an office.
pub struct Crew {
    pub office: OfficeCode,
    operator: Actor,
}

impl Crew {
    /// They come to work, and lay out what others are to find: letterhead, a shop, books.
    pub async fn arrive(world: &InventedWorld, office: OfficeCode) -> Result<Self, Refusal> {
        let unit = Unit::Office(office);
        let operator = world.staff("Operator Contoh", Role::Operator, unit).await?;
        let verifier = world.staff("Verifikator Contoh", Role::Verifier, unit).await?;
        let head = world.staff("Kepala Contoh", Role::Head, unit).await?;
        let kept = profile(&*OfficeScope::open(&world.db, &head).await?).await?;
        // A crew before may have come no further: the disk was full, say.
        if kept.version == NEVER {
            world.does(&head, KeepProfile { seen: NEVER, profile: letterhead(office)? }).await?;
        }
        practice_shop(world, &operator, &verifier).await?;
        practice_shelf(world, &operator).await?;
        Ok(Self { office, operator })
    }

    /// Sees to it that there is something to do.
    pub async fn prepares(&self, world: &InventedWorld) -> Result<(), Refusal> {
        practice_cases(world, &self.operator).await
    }
}

fn letterhead(office: OfficeCode) -> Result<OfficeProfile, Refusal> {
    let office = gazetteer().by_code(office).ok_or(Refusal::NotFound)?;
    let (rank, nip) = match office.kind {
        OfficeKind::Desa => (None, None),
        OfficeKind::Kelurahan => (Some("Penata (III/c)".to_owned()), Some("197804122003121004".to_owned())),
    };
    let official = Official { name: "KEPALA CONTOH".to_owned(), rank, nip, staff_number: None };
    let address = ["Jalan Contoh 1, ", office.postcode].concat();
    Ok(OfficeProfile { address, head: Some(official), ..OfficeProfile::proposed(office.kind) })
}
