use super::moment::{again, given, moved, service, stamp};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ApplicationId, OfficeCode};
use crate::features::applications::{Application, TransferMark, TransferState, drafting, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes back the consent to send a move to the office of destination, as long as nothing has left. Of
/// this and the carrier ([`super::NoteTransfer`]) the first has decided. It does not depend on how the
/// case was seen: an officer who claims it meanwhile is no reason to send somebody's data.
#[derive(Clone, Debug)]
pub struct WithdrawConsent {
    pub office: OfficeCode,
    pub id: ApplicationId,
}

/// A case, what was decided about its move, and what is decided now.
pub struct Consent {
    case: Application,
    mark: Option<TransferMark>,
    new: Option<TransferMark>,
}

impl Act for WithdrawConsent {
    type Record = Consent;
    type Done = ();
    const NAME: ActName = ActName::WithdrawConsent;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Consent, Refusal> {
        let case = store::case(scope, self.id).await?;
        Ok(Consent { mark: store::transfer_mark(scope, case.id).await?, case, new: None })
    }

    fn decide(&self, actor: &Actor, consent: &Consent) -> Decision {
        policy::decide(actor, Self::NAME, &consent.case)
    }

    /// `Conflict(AlreadySent)` once it has left; `Conflict(NothingToSend)` where nothing is sent anyway.
    fn apply(&self, consent: &mut Consent, cx: &Moment) -> Result<Change<()>, Refusal> {
        let Consent { case, mark, new } = consent;
        if mark.as_ref().is_some_and(|mark| mark.state.has_left()) {
            return Err(Refusal::Conflict(Code::AlreadySent));
        }
        let destination = drafting::sends_to(case, service(&case.service)?, &given(cx, case.office)?);
        let destination = destination.filter(|_| mark.is_none()).ok_or(Refusal::Conflict(Code::NothingToSend))?;
        case.withdraw_consent(stamp(cx))?;
        *new = Some(TransferMark { state: TransferState::Withdrawn, letter: case.letter, destination, reason: None, at: cx.now });
        Ok(moved(case, ()).fields(&["transfer"]))
    }

    async fn save(consent: &Consent, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &consent.case).await.map_err(again)?;
        match &consent.new {
            Some(mark) => store::insert_mark(scope, &consent.case, mark).await,
            None => Ok(()),
        }
    }
}
