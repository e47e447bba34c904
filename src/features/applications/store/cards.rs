//! The cases of one card. NIK and KK are sealed with the answers, so what finds them is a keyed hash, exact,
//! and of one office: a number that two offices know looks different at each.

use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::access::Refusal;
use crate::domain::{ApplicationId, KkNumber, Nik, Reference};
use crate::features::applications::entity::application::{Column, Entity};
use crate::features::applications::{Application, State};
use crate::features::services::ServiceCode;
use crate::server::db::{OfficeScope, Scope, key};

/// Another case of the same person or the same household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameCard {
    pub id: ApplicationId,
    pub service: ServiceCode,
    pub state: State,
    pub reference: Option<Reference>,
    /// The NIK too, not the KK alone.
    pub same_nik: bool,
}

/// Case, letter, state, reference and the keyed hash of its NIK.
type Row = (Uuid, String, String, Option<String>, Option<Vec<u8>>);

/// So many tell an officer enough.
const SHOWN: u64 = 10;

/// What else was sent to this office under the NIK or KK of a case, newest first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn of_same_card(scope: &OfficeScope<'_>, case: &Application) -> Result<Vec<SameCard>, Refusal> {
    let Hashes { nik, kk } = hashes(scope, case);
    let same = [nik.clone().map(|nik| Column::NikIndex.eq(nik)), kk.map(|kk| Column::KkIndex.eq(kk))];
    let same = same.into_iter().flatten().fold(Condition::any(), Condition::add);
    if same.is_empty() {
        return Ok(Vec::new());
    }
    let found = scope.find::<Entity>().filter(same).filter(Column::Id.ne(key(case.id))).order_by_desc(Column::Id).limit(SHOWN);
    let found = found.select_only().columns([Column::Id, Column::Service, Column::State, Column::Reference, Column::NikIndex]);
    let rows: Vec<Row> = found.into_tuple().all(scope.conn()).await?;
    let same_card = |(id, service, state, reference, known): Row| {
        Some(SameCard {
            id: ApplicationId::from_u128(id.as_u128()),
            service: service.parse().ok()?,
            state: State::from_code(&state)?,
            reference: reference.and_then(|reference| Reference::parse(&reference).ok()),
            same_nik: nik.is_some() && known == nik,
        })
    };
    Ok(rows.into_iter().filter_map(same_card).collect())
}

/// Under what a case is found.
pub(super) struct Hashes {
    pub nik: Option<Vec<u8>>,
    pub kk: Option<Vec<u8>>,
}

/// Of what was sent: a draft is nobody's business, and what was thrown away is gone.
pub(super) fn hashes(scope: &Scope<'_>, case: &Application) -> Hashes {
    if !case.state.is_sent() {
        return Hashes { nik: None, kk: None };
    }
    let index = scope.blind_index();
    let hash = |kind: &str, number: String| index.of(kind, &number).to_vec();
    Hashes {
        nik: Nik::parse(case.answers.typed("nik")).ok().map(|nik| hash("nik", nik.grouped())),
        kk: KkNumber::parse(case.answers.typed("no_kk")).ok().map(|kk| hash("kk", kk.grouped())),
    }
}
