use super::step::of_interloan;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{InterloanId, OfficeCode, TitleId};
use crate::features::library::acts::borrower::{Borrower, Whose};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{Holding, Request};
use crate::features::library::{Interloan, Stage, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Asks another library to send a copy of a title to this one, for one of its readers. It promises nothing: readers of
/// the other library come first, and its officer answers.
#[derive(Clone, Debug)]
pub struct AskInterloan {
    /// Where the reader fetches it.
    pub office: OfficeCode,
    pub lender: OfficeCode,
    pub title: TitleId,
    pub whose: Whose,
}

pub struct Asking {
    borrower: Borrower,
    /// What the lender has of it.
    holding: Option<Holding>,
    new: Option<(Interloan, Request)>,
}

impl Act for AskInterloan {
    type Record = Asking;
    type Done = InterloanId;
    const NAME: ActName = ActName::AskInterloan;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Asking, Refusal> {
        let borrower = Borrower::find(scope, &self.whose, self.title).await?;
        Ok(Asking { borrower, holding: store::holding_at(scope, self.title, self.lender).await?, new: None })
    }

    fn decide(&self, actor: &Actor, _: &Asking) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, asking: &mut Asking, cx: &Moment) -> Result<Change<InterloanId>, Refusal> {
        // At the library itself one reserves.
        if self.lender == self.office || asking.holding.is_none_or(|holding| holding.copies == 0) {
            return Err(Refusal::NotFound);
        }
        let reader = asking.borrower.asks(self.office, &self.whose, cx)?;
        let id = cx.fresh::<InterloanId>();
        let interloan = Interloan {
            id,
            version: None,
            lender: self.lender,
            receiver: self.office,
            title: self.title,
            stage: Stage::Asked,
            asked_at: cx.now,
            moved_at: cx.now,
        };
        asking.new = Some((interloan, Request { id, reader: reader.id, account: reader.account, made_at: cx.now }));
        Ok(Change::of(of_interloan(id), id).fields(&["stage"]))
    }

    async fn save(asking: &Asking, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Some((interloan, request)) = &asking.new else { return Ok(()) };
        asking.borrower.save(scope).await?;
        store::add_request(scope, interloan, request).await
    }
}
