use serde::{Deserialize, Serialize};

use super::moment::{Ending, of_copy, today};
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{CopyId, ReaderId};
use crate::features::library::policy::{self, Facts};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Takes a copy back. Whoever waits for it is next.
#[derive(Clone, Debug)]
pub struct ReturnCopy {
    pub copy: CopyId,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Less than 1: in time.
    pub days_late: i32,
    /// For whom it is to be put aside.
    pub aside_for: Option<ReaderId>,
}

impl Act for ReturnCopy {
    type Record = Ending;
    type Done = Returned;
    const NAME: ActName = ActName::ReturnCopy;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Ending, Refusal> {
        Ending::find(scope, self.copy).await
    }

    fn decide(&self, actor: &Actor, _: &Ending) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, ending: &mut Ending, cx: &Moment) -> Result<Change<Returned>, Refusal> {
        ending.handled.copy.come_back()?;
        let days_late = ending.loan.as_ref().map_or(0, |loan| loan.days_late(today(cx)));
        ending.end_loan(cx.now);
        ending.handled.serve(today(cx))?;
        let aside_for = ending.handled.next.as_ref().map(|next| next.reader);
        Ok(Change::of(of_copy(self.copy), Returned { days_late, aside_for }).fields(&["returned_at", "place"]))
    }

    async fn save(ending: &Ending, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        ending.save(scope).await
    }
}
