use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, OfficeCode};
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::store;
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// A reviewer says in which village they live. What they have in that kecamatan they may not review from now
/// on; the page of the campaign shows it.
#[derive(Clone, Debug)]
pub struct DeclareHome {
    pub home: OfficeCode,
}

pub struct Declaring(Option<(AccountId, OfficeCode)>);

impl Act for DeclareHome {
    type Record = Declaring;
    type Done = ();
    const NAME: ActName = ActName::DeclareHome;

    async fn find(&self, _: &WriteScope<'_>) -> Result<Declaring, Refusal> {
        Ok(Declaring(None))
    }

    fn decide(&self, actor: &Actor, _: &Declaring) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Declaring, cx: &Moment) -> Result<Change<()>, Refusal> {
        let by = cx.by()?;
        record.0 = Some((by, self.home));
        Ok(Change::of(Object::new("reviewer_home", by), ()).fields(&["office"]))
    }

    async fn save(record: &Declaring, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match record.0 {
            Some((account, home)) => store::keep_home(scope, account, home).await,
            None => Ok(()),
        }
    }
}
