use super::{Looking, store};
use crate::access::Refusal;
use crate::domain::ApplicationId;
use crate::features::applications::views::{ConsentView, TransferView};
use crate::features::applications::{Application, TransferMark, drafting};
use crate::features::offices::gazetteer;
use crate::features::services::Service;
use crate::server::db::Scope;

/// Where the move of a case to another office stands; nothing for a case that sends nobody anywhere.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn transfer(scope: &Scope<'_>, case: ApplicationId) -> Result<Option<TransferView>, Refusal> {
    Ok(store::transfer_mark(scope, case).await?.map(view))
}

/// The consent that can be taken back as long as nothing was decided about the move.
///
/// # Errors
/// `NotFound` for an office or a service that there is none of.
pub fn consent(looking: &Looking<'_>, case: &Application, service: &Service) -> Result<Option<ConsentView>, Refusal> {
    let destination = drafting::sends_to(case, service, &looking.given(case.office)?).filter(|_| case.may_leave());
    Ok(destination.map(|office| ConsentView { office: gazetteer().full_title(office), key: looking.db.fresh_key() }))
}

fn view(mark: TransferMark) -> TransferView {
    TransferView { state: mark.state, office: gazetteer().full_title(mark.destination), reason: mark.reason.map(|reason| reason.words) }
}
