use crate::access::{ActName, Actor, Decision, Refusal, Role, Unit};
use crate::domain::{AccountId, Lang, MembershipId, Phone};
use crate::features::accounts::model::{NewAccount, NewRight};
use crate::features::accounts::store;
use crate::features::offices::join_pilot;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Somebody of a demonstration.
#[derive(Clone)]
pub struct Invented {
    pub name: String,
    pub phone: Phone,
    pub staff_name: Option<&'static str>,
    pub right: Option<(Role, Unit)>,
    /// The password as stored.
    pub password: Option<String>,
}

/// Fills a database with invented people, whose offices take part: that of a demonstration at the start of a server that
/// refuses every address but loopback, that of the practice office whenever somebody comes. No server function makes this act.
pub struct InventPeople(pub Vec<Invented>);

pub struct Record(Vec<(NewAccount, Option<NewRight>)>);

impl Act for InventPeople {
    type Record = Record;
    type Done = ();
    const NAME: ActName = ActName::InventPeople;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Record, Refusal> {
        Ok(Record(Vec::new()))
    }

    fn decide(&self, actor: &Actor, _: &Record) -> Decision {
        Decision::when(*actor == Actor::anonymous())
    }

    fn apply(&self, record: &mut Record, cx: &Moment) -> Result<Change<()>, Refusal> {
        for invented in &self.0 {
            let account = NewAccount {
                id: cx.fresh::<AccountId>(),
                phone: invented.phone.clone(),
                name: Some(invented.name.clone()),
                staff_name: invented.staff_name.map(str::to_owned),
                language: Lang::Id,
                enrolled: invented.password.clone().map(|password| (password, cx.random::<20>().to_vec())),
            };
            let right = |(role, unit)| NewRight { id: cx.fresh::<MembershipId>(), account: account.id, unit, role };
            let right = invented.right.map(right);
            record.0.push((account, right));
        }
        Ok(Change::of(Object { kind: "demonstration", id: 0 }, ()))
    }

    async fn save(record: &Record, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for (account, right) in &record.0 {
            store::add(scope, account).await?;
            if let Some(right) = right {
                store::add_right(scope, right).await?;
                if let Unit::Office(office) = right.unit {
                    join_pilot(scope, office).await?;
                }
            }
        }
        Ok(())
    }
}
