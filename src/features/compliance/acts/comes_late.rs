use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::BlobId;
use crate::features::compliance::policy::{self, Facts};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// A photo or a file that may not be added any more, for the reason in it; unless it had come before, and only the
/// answer to it was lost on the way: then that answer is given again, by the memory of the write path.
#[derive(Clone, Debug)]
pub struct ComesLate(pub Refusal);

impl Act for ComesLate {
    type Record = ();
    type Done = BlobId;
    const NAME: ActName = ActName::AddEvidence;

    async fn find(&self, _: &WriteScope<'_>) -> Result<(), Refusal> {
        Ok(())
    }

    fn decide(&self, actor: &Actor, (): &()) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, (): &mut (), _: &Moment) -> Result<Change<BlobId>, Refusal> {
        Err(self.0.clone())
    }

    async fn save((): &(), _: &WriteScope<'_>) -> Result<(), Refusal> {
        Ok(())
    }
}
