pub(super) mod pilot;

use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::entity::{ActiveModel, Entity, Model};
use super::{Acting, Books, Face, OfficeProfile, Official, PaperSize, gazetteer};
use crate::access::Refusal;
use crate::domain::{BlobId, Identity, NumberPattern, OfficeCode, Pin, Version};
use crate::server::db::{Scope, Trouble, WriteScope, key, trouble};

pub use pilot::{PILOT, join_pilot, pilot_offices, takes_part};

/// What an office has said about itself, and how often it changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptProfile {
    pub office: OfficeCode,
    pub profile: OfficeProfile,
    /// [`NEVER`] before the first time.
    pub version: Version,
    /// Whether there is a row to change.
    pub kept_before: bool,
}

/// The version of a profile that nobody has kept yet.
pub const NEVER: Version = Version(0);

/// An office as rows and the record name it: its number.
#[derive(Clone, Copy)]
pub struct OfficeId(u128);

impl From<OfficeCode> for OfficeId {
    fn from(code: OfficeCode) -> Self {
        Self(code.number().unsigned_abs().into())
    }
}

impl Identity for OfficeId {
    fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    fn bits(self) -> u128 {
        self.0
    }
}

impl KeptProfile {
    pub fn id(&self) -> OfficeId {
        self.office.into()
    }
}

/// The profile of the scope's office; what is proposed, when it has kept none.
///
/// # Errors
/// `NotFound` when the scope is that of no village office.
pub async fn profile(scope: &Scope<'_>) -> Result<KeptProfile, Refusal> {
    let code = OfficeCode::try_from(scope.office()).map_err(|_| Refusal::NotFound)?;
    let office = gazetteer().by_code(code).ok_or(Refusal::NotFound)?;
    let row = scope.find::<Entity>().one(scope.conn()).await?;
    let kept_before = row.is_some();
    let (version, profile) = match row {
        Some(row) => (Version(row.version), of_row(row)),
        None => (NEVER, OfficeProfile::proposed(office.kind)),
    };
    Ok(KeptProfile { office: code, profile, version, kept_before })
}

/// # Errors
/// `Stale` when somebody else kept it since.
pub(super) async fn save(scope: &WriteScope<'_>, kept: &KeptProfile) -> Result<(), Refusal> {
    let mut row = to_row(&kept.profile);
    if kept.kept_before {
        return scope.cas::<Entity>(kept.id(), kept.version, row).await.map(drop);
    }
    row.id = Set(key(kept.id()));
    row.version = Set(Version::FIRST.0);
    row.changed_by = Set(scope.by().map(key));
    row.changed_at = Set(scope.now().micros());
    // Two who keep the first one at once: the second runs again, and finds itself stale.
    scope.insert::<Entity>(row).await.map_err(|error| match trouble(&error) {
        Trouble::Unique => Refusal::Stale { by: None, at: scope.now() },
        _ => error.into(),
    })
}

fn to_row(profile: &OfficeProfile) -> ActiveModel {
    let (head, secretary) = (profile.head.clone(), profile.secretary.clone());
    ActiveModel {
        address: Set(profile.address.clone()),
        contact: Set(profile.contact.clone()),
        latitude: Set(profile.pin.map(|pin| pin.latitude.into())),
        longitude: Set(profile.pin.map(|pin| pin.longitude.into())),
        unit_code: Set(profile.unit_code.clone()),
        paper: Set(profile.paper.code().to_owned()),
        face: Set(profile.face.code().to_owned()),
        pattern: Set(profile.pattern.clone().into()),
        books: Set(profile.books.code().to_owned()),
        acting: Set(profile.acting.map(|acting| acting.code().to_owned())),
        head_rank: Set(head.as_ref().and_then(|head| head.rank.clone())),
        head_nip: Set(head.as_ref().and_then(|head| head.nip.clone())),
        head_name: Set(head.map(|head| head.name)),
        secretary_rank: Set(secretary.as_ref().and_then(|official| official.rank.clone())),
        secretary_nip: Set(secretary.as_ref().and_then(|official| official.nip.clone())),
        secretary_name: Set(secretary.map(|official| official.name)),
        crest: Set(profile.crest.map(key)),
        ..Default::default()
    }
}

/// What the table holds was checked when it was kept; should a release ever drop a code, the office
/// gets the proposed value instead of an error on every letter.
fn of_row(row: Model) -> OfficeProfile {
    OfficeProfile {
        address: row.address,
        contact: row.contact,
        pin: pin(row.latitude, row.longitude),
        unit_code: row.unit_code,
        paper: PaperSize::from_code(&row.paper).unwrap_or(PaperSize::A4),
        face: Face::from_code(&row.face).unwrap_or(Face::Serif),
        pattern: NumberPattern::parse(&row.pattern).unwrap_or_default(),
        books: Books::from_code(&row.books).unwrap_or(Books::One),
        acting: row.acting.as_deref().and_then(Acting::from_code),
        head: official(row.head_name, row.head_rank, row.head_nip),
        secretary: official(row.secretary_name, row.secretary_rank, row.secretary_nip),
        crest: row.crest.map(|id: Uuid| BlobId::from_u128(id.as_u128())),
    }
}

fn pin(latitude: Option<i64>, longitude: Option<i64>) -> Option<Pin> {
    Some(Pin { latitude: i32::try_from(latitude?).ok()?, longitude: i32::try_from(longitude?).ok()? })
}

fn official(name: Option<String>, rank: Option<String>, nip: Option<String>) -> Option<Official> {
    name.map(|name| Official { name, rank, nip, staff_number: None })
}
