use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, Version};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Library;
use crate::features::library::{Rules, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Changes what a library allows, and when it is open. Loans keep the day that was said.
#[derive(Clone, Debug)]
pub struct KeepRules {
    pub office: OfficeCode,
    /// Which rules were on the screen; `None`: the usual ones, which nobody had changed.
    pub seen: Option<Version>,
    pub rules: Rules,
}

impl Act for KeepRules {
    type Record = Library;
    type Done = ();
    const NAME: ActName = ActName::KeepRules;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Library, Refusal> {
        store::library_held(scope).await
    }

    fn decide(&self, actor: &Actor, _: &Library) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, library: &mut Library, cx: &Moment) -> Result<Change<()>, Refusal> {
        // A library that began by taking a number has the usual rules still.
        let begun = Rules { version: library.rules.version, ..Rules::default() } == library.rules;
        if library.rules.version != self.seen && !(self.seen.is_none() && begun) {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        library.rules = Rules { version: library.rules.version, ..self.rules.clone() };
        let id = u128::try_from(self.office.number()).unwrap_or_default();
        Ok(Change::of(Object { kind: "library", id }, ()).fields(&["rules"]))
    }

    async fn save(library: &Library, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        scope.publish();
        store::save_rules(scope, library).await
    }
}
