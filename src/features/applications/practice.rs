//! Cases at the practice office, sent as anybody's are.

use super::IdentitySeen;
use super::acts::{Approve, Attach, Claim, StartApplication, Submit};
use super::store;
use crate::access::{Actor, Refusal};
use crate::domain::{ApplicationId, Day, OfficeCode, Version};
use crate::features::accounts::{InventedWorld, office_of};
use crate::features::services::ServiceCode;
use crate::forms::Answers;
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::incident;

/// The papers of a business certificate, under their questions: drawn, so they go past the fence for photos of strangers.
const PAPERS: [(&str, &[u8], &[u8]); 3] = [
    ("ktp", include_bytes!("pictures/ktp.jpg"), include_bytes!("pictures/ktp-kecil.jpg")),
    ("kk", include_bytes!("pictures/kk.jpg"), include_bytes!("pictures/kk-kecil.jpg")),
    ("foto_usaha", include_bytes!("pictures/usaha.jpg"), include_bytes!("pictures/usaha-kecil.jpg")),
];

const JPEG: &str = "image/jpeg";

/// Sees to it that there is something to do for whoever comes: two cases that nobody has taken, and one that waits for a
/// signature, checked by `operator`.
///
/// # Errors
/// As `perform`.
pub async fn practice_cases(world: &InventedWorld, operator: &Actor) -> Result<(), Refusal> {
    let office = office_of(operator)?;
    let waits = {
        let scope = OfficeScope::open(&world.db, operator).await?;
        store::waits(&scope, operator.account().ok_or(Refusal::SignIn)?, world.db.clock().now()).await?
    };
    if waits.to_sign == 0 {
        let id = comes_in(world, office).await?;
        world.does(operator, Claim { id, seen: version(world, operator, id).await? }).await?;
        let seen = version(world, operator, id).await?;
        world.does(operator, Approve { id, seen, identity: IdentitySeen::PhotoAgainstKk }).await?;
    }
    for _ in waits.new..2 {
        comes_in(world, office).await?;
    }
    Ok(())
}

/// Siti applies for a business certificate.
async fn comes_in(world: &InventedWorld, office: OfficeCode) -> Result<ApplicationId, Refusal> {
    let siti = world.resident().await?;
    let service = business_certificate()?;
    let id = world.does(&siti, StartApplication { office, service: service.clone(), said: said(office)? }).await?.id;
    for (field, photo, thumbnail) in PAPERS {
        let photo = world.blobs.put(office.number(), JPEG, photo).await?;
        let thumbnail = world.blobs.put(office.number(), JPEG, thumbnail).await?;
        world.does(&siti, Attach { office, id, field: field.to_owned(), photo, thumbnail }).await?;
    }
    let draft = store::own_draft(&OwnScope::open(&world.db, &siti).await?, &service).await?;
    world.does(&siti, Submit { office, id, seen: draft.version.ok_or(Refusal::NotFound)? }).await?;
    Ok(id)
}

async fn version(world: &InventedWorld, officer: &Actor, id: ApplicationId) -> Result<Version, Refusal> {
    let case = store::case(&*OfficeScope::open(&world.db, officer).await?, id).await?;
    case.version.ok_or(Refusal::NotFound)
}

fn business_certificate() -> Result<ServiceCode, Refusal> {
    "sku".parse().map_err(|_| incident::report("there is no business certificate", &"practice"))
}

/// What stands on her drawn papers too.
fn said(office: OfficeCode) -> Result<Answers, Refusal> {
    let form = format!(
        "nik=3510164506900001&no_kk=3510160101100001&nama=Siti+Contoh&tempat_lahir=Banyuwangi&jenis_kelamin=2&agama=1&status_kawin=2\
         &kewarganegaraan=1&pendidikan=5&pekerjaan=88&alamat=Jalan+Contoh+7&rt=2&rw=1&dusun=Krajan&wilayah.desa={}\
         &nama_usaha=Keripik+Siti+Contoh&jenis_usaha=Camilan&alamat_usaha=Jalan+Contoh+7&mulai_tahun=2017&keperluan=pengajuan+kredit+usaha",
        office.number()
    );
    let mut answers = Answers::from_form(&form).map_err(Refusal::Invalid)?;
    answers.put_day("tanggal_lahir", Day::new(1990, 6, 5).ok_or(Refusal::NotFound)?);
    Ok(answers)
}
