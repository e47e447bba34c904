use super::memory::Wish;
use super::moment::day;
use super::{Act, Moment, Wording, memory, register};
use crate::access::{Actor, Refusal, Unit};
use crate::domain::{AccountId, IdemKey, OfficeCode};
use crate::server::db::{Db, Reach, Stop, Work, WriteScope};
use crate::server::{audit, outbox};

/// One act on its way through the write path.
pub(super) struct Performance<A> {
    actor: Actor,
    wish: Wish,
    act: A,
    reach: Reach,
}

impl<A: Act> Performance<A> {
    pub(super) fn new(db: &Db, actor: Actor, key: IdemKey, act: A) -> Result<Self, Refusal> {
        let reach = Reach::of(&actor, act.office(), db.regency())?;
        Ok(Self { actor, wish: Wish { key, wording: Wording::here(), act: A::NAME }, act, reach })
    }

    pub(super) fn with_ticket(actor: Actor, office: OfficeCode, key: IdemKey, act: A) -> Self {
        let wish = Wish { key, wording: Wording::here(), act: A::NAME };
        Self { actor, wish, act, reach: Reach::Office(office.number()) }
    }

    pub(super) fn by_itself(unit: Unit, key: IdemKey, act: A) -> Self {
        let wish = Wish { key, wording: Wording::default(), act: A::NAME };
        Self { actor: Actor::anonymous(), wish, act, reach: Reach::Office(unit.number()) }
    }
}

impl<A: Act> Work for Performance<A> {
    type Out = A::Done;

    fn reach(&self) -> Reach {
        self.reach
    }

    fn by(&self) -> Option<AccountId> {
        self.actor.account()
    }

    async fn run(&self, scope: &WriteScope<'_>) -> Result<A::Done, Stop> {
        let (mut record, moment) = match self.before_writing(scope).await.map_err(Stop::before_writing)? {
            Before::Answered(done) => return Ok(done),
            Before::Ready(record, moment) => (record, moment),
        };
        let change = self.act.apply(&mut record, &moment).map_err(Stop::before_writing)?;
        // From here on there is no refusal, only failure: the first write makes the transaction ours.
        self.write(scope, &record, &moment, change).await.map_err(Stop::Failed)
    }

    async fn recall(&self, scope: &WriteScope<'_>) -> Result<Option<A::Done>, Refusal> {
        memory::recall(scope, &self.wish).await
    }
}

enum Before<A: Act> {
    Answered(A::Done),
    Ready(A::Record, Moment),
}

impl<A: Act> Performance<A> {
    async fn before_writing(&self, scope: &WriteScope<'_>) -> Result<Before<A>, Refusal> {
        if let Some(done) = memory::recall(scope, &self.wish).await? {
            return Ok(Before::Answered(done));
        }
        let record = self.act.find(scope).await?;
        self.act.decide(&self.actor, &record).permit()?;
        let db = scope.db();
        let moment = Moment::new(self.actor.clone(), scope.office(), scope.now(), db.zone().clone(), db.entropy().clone());
        let mut moment = moment.practising(db.is_practice());
        if let Some(register) = self.act.register(&record) {
            let year = day(scope.now(), db.zone()).year();
            moment = moment.with_number(register::peek(scope, register, year).await?);
        }
        Ok(Before::Ready(record, moment))
    }

    async fn write(
        &self,
        scope: &WriteScope<'_>,
        record: &A::Record,
        moment: &Moment,
        change: super::Change<A::Done>,
    ) -> Result<A::Done, Refusal> {
        if let Some(number) = &moment.number {
            register::take(scope, number).await?;
        }
        A::save(record, scope).await?;
        let entry = audit::Entry { act: A::NAME, object: change.object, fields: change.fields, request: self.wish.key };
        audit::append(scope, &self.actor, entry).await?;
        outbox::put(scope, &change.messages).await?;
        memory::keep(scope, &self.wish, &change.done).await?;
        Ok(change.done)
    }
}
