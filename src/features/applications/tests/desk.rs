//! The office's side, as far as these stories need it: claim, return, approve.

use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::ApplicationId;
use crate::features::applications::acts::{moved, service, stamp};
use crate::features::applications::{
    Application, IdentitySeen, OfficeHours, Reason, ReasonCode, Returned, Snapshot, Target, decide, store,
};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

macro_rules! office_acts {
    ($($name:ident($($field:ident: $type:ty)?) as $act:ident = |$this:ident, $case:ident, $cx:ident| $body:expr;)*) => {$(
        #[derive(Clone, Debug)]
        pub struct $name { pub id: ApplicationId, $(pub $field: $type)? }

        impl Act for $name {
            type Record = Application;
            type Done = ();
            const NAME: ActName = ActName::$act;

            async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
                store::case(scope, self.id).await
            }

            fn decide(&self, actor: &Actor, case: &Application) -> Decision {
                decide(actor, Self::NAME, case)
            }

            fn apply(&self, $case: &mut Application, $cx: &Moment) -> Result<Change<()>, Refusal> {
                let $this = self;
                $body?;
                Ok(moved($case, ()))
            }

            async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
                store::save(scope, case).await
            }
        }
    )*};
}

office_acts! {
    Claims() as Claim = |_this, case, cx| case.claim(cx.by()?, stamp(cx));
    Returns(targets: Vec<Target>) as RequestFix = |this, case, cx| {
        let reason = Reason { code: ReasonCode::Unreadable, words: "Tulisannya tidak terbaca".to_owned() };
        let items = this.targets.iter().map(|target| Returned { target: target.clone(), reason: reason.clone() });
        case.request_fix(items.collect(), &service(&case.service)?.form, &OfficeHours::default(), stamp(cx))
    };
    Approves() as Approve = |_this, case, cx| {
        case.approve(IdentitySeen::PhotoAgainstKk, Snapshot { bytes: vec![1, 2, 3], hash: [7; 32] }, stamp(cx))
    };
}
