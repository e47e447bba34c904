use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::OfficeCode;
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::store::{self, Moving};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// A reviewer says in which village they live. While they have offices in that kecamatan they do not live there: BPM
/// gives these to somebody else first. So nobody reviews their own, and nobody lays one down by moving to and fro; each
/// change is noted, and BPM reads it.
#[derive(Clone, Debug)]
pub struct DeclareHome {
    pub home: OfficeCode,
}

pub struct Declaring {
    moving: Moving,
    to: Option<OfficeCode>,
}

impl Act for DeclareHome {
    type Record = Declaring;
    type Done = ();
    const NAME: ActName = ActName::DeclareHome;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Declaring, Refusal> {
        Ok(Declaring { moving: store::moving(scope, scope.by().ok_or(Refusal::SignIn)?).await?, to: None })
    }

    fn decide(&self, actor: &Actor, _: &Declaring) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Declaring, cx: &Moment) -> Result<Change<()>, Refusal> {
        let there = |office: &OfficeCode| office.kecamatan() == self.home.kecamatan();
        if record.moving.holds.iter().any(there) {
            return Err(Refusal::Invalid(Problems::one("desa", ProblemCode::ReviewsThere)));
        }
        // Who says the same again has not moved.
        record.to = Some(self.home).filter(|home| record.moving.home != Some(*home));
        Ok(Change::of(Object::new("reviewer_home", cx.by()?), ()).fields(&["office"]))
    }

    async fn save(record: &Declaring, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match record.to {
            Some(home) => store::keep_home(scope, &record.moving, home).await,
            None => Ok(()),
        }
    }
}
