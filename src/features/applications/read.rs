//! From cases to what the screens of their owner are given.

mod begin;
mod case;
mod check;
mod fill;
mod sample;
mod track;
mod transfer;

pub use begin::begin;
pub use case::{case, cases};
pub use fill::fill;
pub use sample::{sample, sample_letter};
pub use track::track;
pub use transfer::{consent, transfer};

use super::Application;
use super::acts::given_on;
use super::store;
use crate::access::{Actor, Refusal};
use crate::domain::{IdemKey, Lang, OfficeCode};
use crate::features::documents::{PhotoQuestion, PhotoView};
use crate::features::offices::OfficeHours;
use crate::features::services::{Service, ServiceCode, catalogue};
use crate::forms::{Field, Given, first_step_with_a_problem};
use crate::server::db::{Db, OwnScope};

/// Who looks, in which language, at which hours.
pub struct Looking<'a> {
    pub db: &'a Db,
    pub actor: &'a Actor,
    pub lang: Lang,
    pub hours: OfficeHours,
}

impl<'a> Looking<'a> {
    pub fn new(db: &'a Db, actor: &'a Actor, lang: Lang) -> Self {
        Self { db, actor, lang, hours: OfficeHours::default() }
    }

    async fn own(&self) -> Result<OwnScope<'a>, Refusal> {
        OwnScope::open(self.db, self.actor).await
    }

    fn service(&self, code: &ServiceCode) -> Result<&'static Service, Refusal> {
        catalogue().service(code, self.lang).ok_or(Refusal::NotFound)
    }

    fn given(&self, office: OfficeCode) -> Result<Given, Refusal> {
        given_on(self.hours.wall_time(self.db.clock().now()).day, office)
    }
}

/// Where a draft is taken up: at the first step that misses something, or before sending.
///
/// # Errors
/// `NotFound` for a service that there is none of.
pub fn resume_path(looking: &Looking<'_>, draft: &Application) -> Result<String, Refusal> {
    let service = looking.service(&draft.service)?;
    let step = first_step_with_a_problem(&service.form, &draft.whole_answers(), &looking.given(draft.office)?);
    Ok(step_path(draft.service.as_str(), step.map_or(CHECK, |step| &step.name)))
}

/// The look at the whole is a step by this name.
pub const CHECK: &str = "periksa";

pub fn step_path(code: &str, step: &str) -> String {
    ["/permohonan/baru/", code, "/", step].concat()
}

fn photo_question(case: &Application, field: &Field, optional: bool, key: IdemKey) -> PhotoQuestion {
    let photos = case.photos_of(&field.name).map(|photo| PhotoView { photo: photo.id, thumbnail: photo.thumbnail });
    PhotoQuestion {
        case: case.id,
        field: field.name.clone(),
        label: field.label.clone(),
        hint: field.hint.clone(),
        optional,
        most: field.max.and_then(|most| u32::try_from(most).ok()).unwrap_or(1),
        photos: photos.collect(),
        returned: None,
        key,
    }
}
