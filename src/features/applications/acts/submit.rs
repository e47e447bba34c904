use serde::{Deserialize, Serialize};

use super::moment::{given, moved, service, stamp};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ApplicationId, OfficeCode, Reference, Version};
use crate::features::applications::{Application, OfficeHours, policy, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Sends a draft to the office. The whole form is judged, whatever the pages have let through.
#[derive(Clone, Debug)]
pub struct Submit {
    pub office: OfficeCode,
    pub id: ApplicationId,
    /// What was looked over is what is sent.
    pub seen: Version,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    pub reference: Reference,
}

impl Act for Submit {
    type Record = Application;
    type Done = Submitted;
    const NAME: ActName = ActName::Submit;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Application, Refusal> {
        store::case_as_seen(scope, self.id, self.seen).await
    }

    fn decide(&self, actor: &Actor, case: &Application) -> Decision {
        policy::decide(actor, Self::NAME, case)
    }

    fn apply(&self, case: &mut Application, cx: &Moment) -> Result<Change<Submitted>, Refusal> {
        let service = service(&case.service)?;
        if !service.open {
            return Err(Refusal::Conflict(Code::ServiceClosed));
        }
        // One that was drawn before is drawn again: the store says so, and the act runs anew.
        let reference = Reference::from_number(u64::from_be_bytes(cx.random()));
        case.submit(service, &given(cx, case.office)?, reference, &OfficeHours::default(), stamp(cx))?;
        Ok(moved(case, Submitted { reference }))
    }

    async fn save(case: &Application, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, case).await
    }
}
