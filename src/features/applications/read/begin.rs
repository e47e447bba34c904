use super::{Looking, resume_path, store};
use crate::access::Refusal;
use crate::features::applications::arriving::arrives_at;
use crate::features::applications::views::{BeginView, DraftLink};
use crate::features::offices::gazetteer;
use crate::features::services::ServiceCode;
use crate::server::db::OwnScope;

/// # Errors
/// `SignIn` for nobody known, `NotFound` for a service that there is none of.
pub async fn begin(looking: &Looking<'_>, code: &ServiceCode) -> Result<BeginView, Refusal> {
    let service = looking.service(code)?;
    let own = looking.own().await?;
    let before = store::own_cases(&own).await?;
    let arrives = arrives_at(&own, code).await?;
    Ok(BeginView {
        code: code.to_string(),
        service: service.name.clone(),
        open: service.open,
        offices: gazetteer().choices(),
        office: arrives.or(before.first().map(|case| case.office)).map(|office| office.number().to_string()).unwrap_or_default(),
        draft: draft(looking, &own, code).await?,
        key: looking.db.fresh_key(),
    })
}

async fn draft(looking: &Looking<'_>, own: &OwnScope<'_>, code: &ServiceCode) -> Result<Option<DraftLink>, Refusal> {
    match store::own_draft(own, code).await {
        Err(Refusal::NotFound) => Ok(None),
        Err(other) => Err(other),
        Ok(draft) => Ok(Some(DraftLink {
            id: draft.id,
            office: gazetteer().full_title(draft.office),
            path: resume_path(looking, &draft)?,
            saved: looking.hours.wall_time(draft.saved_at),
        })),
    }
}
