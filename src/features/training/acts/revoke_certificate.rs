use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{LetterId, ParticipantId};
use crate::features::letters::{self, Reason, StoredLetter};
use crate::features::training::policy::{self, Facts};
use crate::features::training::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Revokes a certificate. Everybody who checks it learns it at once, with a reason from the list of letters; its number
/// stays in the book. Another may be signed then.
#[derive(Clone, Debug)]
pub struct RevokeCertificate {
    pub participant: ParticipantId,
    /// The one that was looked at: another may have been signed since.
    pub certificate: LetterId,
    pub reason: Reason,
}

impl Act for RevokeCertificate {
    type Record = StoredLetter;
    type Done = ();
    const NAME: ActName = ActName::RevokeCertificate;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<StoredLetter, Refusal> {
        let enrolment = store::enrolment(scope, self.participant).await?;
        let certificate = enrolment.certificate.ok_or(Refusal::NotFound)?;
        if certificate != self.certificate {
            return Err(Refusal::Stale { by: None, at: scope.now() });
        }
        letters::stored_letter(scope, certificate).await
    }

    fn decide(&self, actor: &Actor, _: &StoredLetter) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, certificate: &mut StoredLetter, cx: &Moment) -> Result<Change<()>, Refusal> {
        certificate.letter.revoke(self.reason, cx.by()?, cx.now)?;
        Ok(Change::of(Object::new("letter", certificate.letter.id), ()).fields(&["state", "reason"]))
    }

    async fn save(certificate: &StoredLetter, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        // The shop of its holder may show it.
        scope.publish();
        letters::save_letter(scope, certificate).await
    }
}
