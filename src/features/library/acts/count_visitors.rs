use super::moment::today;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{Day, OfficeCode};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Somebody came into the reading room: by one tap.
#[derive(Clone, Debug)]
pub struct CountVisitors {
    pub office: OfficeCode,
    pub more: u32,
}

pub struct Counting {
    more: u32,
    day: Option<Day>,
}

impl Act for CountVisitors {
    type Record = Counting;
    type Done = ();
    const NAME: ActName = ActName::CountVisitors;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, _: &WriteScope<'_>) -> Result<Counting, Refusal> {
        Ok(Counting { more: self.more, day: None })
    }

    fn decide(&self, actor: &Actor, _: &Counting) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, counting: &mut Counting, cx: &Moment) -> Result<Change<()>, Refusal> {
        counting.day = Some(today(cx));
        let id = u128::try_from(self.office.number()).unwrap_or_default();
        Ok(Change::of(Object { kind: "library", id }, ()).fields(&["visitors"]))
    }

    async fn save(counting: &Counting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match counting.day {
            Some(day) => store::count_visitors(scope, day, counting.more).await,
            None => Ok(()),
        }
    }
}
