use super::store;
use crate::access::Refusal;
use crate::domain::ApplicationId;
use crate::features::applications::TransferMark;
use crate::features::applications::views::TransferView;
use crate::features::offices::gazetteer;
use crate::server::db::Scope;

/// Where the move of a case to another office stands; nothing for a case that sends nobody anywhere.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn transfer(scope: &Scope<'_>, case: ApplicationId) -> Result<Option<TransferView>, Refusal> {
    Ok(store::transfer_mark(scope, case).await?.map(view))
}

fn view(mark: TransferMark) -> TransferView {
    let office = gazetteer().by_code(mark.destination).map(|office| office.full_title()).unwrap_or_default();
    TransferView { state: mark.state, office, reason: mark.reason.map(|reason| reason.words) }
}
