use super::{Desk, service_name};
use crate::access::Refusal;
use crate::domain::{ApplicationId, Lang};
use crate::features::applications::desk::views::SlipView;
use crate::features::applications::store;

/// What is printed for somebody without a phone: what was received, and when it will be done. No name
/// and no number stand on it; it is lost as easily as a bus ticket.
///
/// # Errors
/// `NotFound` out of reach, or before it was sent.
pub async fn slip(desk: &Desk<'_>, id: ApplicationId, host: &str) -> Result<SlipView, Refusal> {
    let scope = desk.scope().await?;
    let case = store::case(&scope, id).await?;
    let (Some(reference), Some(sent)) = (case.reference, case.submitted_at) else { return Err(Refusal::NotFound) };
    let words = |at| {
        let (day, time) = desk.now.local(at);
        [&day.with_weekday(Lang::Id), ", ", &time.in_digits()].concat()
    };
    Ok(SlipView {
        stand_in: desk.stand_in,
        office: desk.office.title(),
        kecamatan: desk.office.kecamatan.to_owned(),
        service: service_name(&case),
        reference: reference.to_string(),
        sent: words(sent),
        due: case.promise.map(|promise| words(promise.due())).unwrap_or_default(),
        tracker: [host, "/lacak"].concat(),
        printed: words(desk.now.at),
    })
}
