use serde::{Deserialize, Serialize};

use super::moment::{service, stamp, touched};
use crate::access::{ActName, Actor, Code, Decision, Refusal, Role};
use crate::domain::{AccountId, ApplicationId, OfficeCode};
use crate::features::applications::{Application, Channel, NewCase, Stamp, policy, store};
use crate::features::services::{Service, ServiceCode};
use crate::forms::Answers;
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;

/// Begins a draft at an office. What the applicant has said once is in it already.
#[derive(Clone, Debug)]
pub struct StartApplication {
    pub office: OfficeCode,
    pub service: ServiceCode,
    /// What the applicant has said elsewhere, of their own.
    pub said: Answers,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Started {
    pub id: ApplicationId,
}

/// What is known before there is a case.
pub struct Beginning {
    service: &'static Service,
    open_cases: u64,
    case: Application,
}

/// So many at a time are enough for any household, and few enough that nobody fills an office's queue
/// (proposed by us).
const MOST_OPEN: u64 = 20;

impl Act for StartApplication {
    type Record = Beginning;
    type Done = Started;
    const NAME: ActName = ActName::StartApplication;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Beginning, Refusal> {
        let owner = scope.by().ok_or(Refusal::SignIn)?;
        let service = service(&self.service)?;
        crate::features::offices::gazetteer().by_code(self.office).ok_or(Refusal::NotFound)?;
        let new = NewCase {
            // Drawn when the case begins.
            id: ApplicationId::from_u128(0),
            office: self.office,
            owner,
            service: self.service.clone(),
            schema_version: service.version,
            channel: Channel::Phone,
            answers: if self.said.is_empty() { known_answers(scope, service, owner).await? } else { self.said.clone() },
        };
        let (mut case, _) = Application::start(new, Stamp { by: Some(owner), role: Role::Resident, now: scope.now() });
        case.news.clear();
        Ok(Beginning { service, open_cases: store::open_cases_of(scope, owner).await?, case })
    }

    fn decide(&self, actor: &Actor, beginning: &Beginning) -> Decision {
        policy::decide(actor, Self::NAME, &beginning.case)
    }

    fn apply(&self, beginning: &mut Beginning, cx: &Moment) -> Result<Change<Started>, Refusal> {
        if !beginning.service.open {
            return Err(Refusal::Conflict(Code::ServiceClosed));
        }
        if beginning.open_cases >= MOST_OPEN {
            return Err(Refusal::Conflict(Code::TooManyOpen));
        }
        let draft = &beginning.case;
        let new = NewCase {
            id: cx.fresh(),
            office: draft.office,
            owner: draft.owner,
            service: draft.service.clone(),
            schema_version: draft.schema_version,
            channel: draft.channel,
            answers: draft.answers.clone(),
        };
        beginning.case = Application::start(new, stamp(cx)).0;
        Ok(touched(&beginning.case, Started { id: beginning.case.id }))
    }

    async fn save(beginning: &Beginning, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &beginning.case).await
    }
}

/// So many cases back a fact is looked for that is asked once.
const REMEMBERED: u64 = 10;

/// The facts that are asked once: each step from the applicant's newest case at this office that has
/// asked it.
async fn known_answers(scope: &WriteScope<'_>, service: &Service, owner: AccountId) -> Result<Answers, Refusal> {
    let mut known = Answers::EMPTY;
    let before = store::newest_of(scope, owner, REMEMBERED).await?;
    for step in service.form.steps.iter().filter(|step| step.once) {
        if let Some(case) = before.iter().find(|case| !case.answers.of_step(step).is_empty()) {
            known.save_step(step, &case.answers);
        }
    }
    Ok(known)
}
