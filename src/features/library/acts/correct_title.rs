use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, TitleId, Version};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Known;
use crate::features::library::{Title, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Corrects what a title says. The library that entered it does so for all.
#[derive(Clone, Debug)]
pub struct CorrectTitle {
    pub office: OfficeCode,
    pub id: TitleId,
    pub seen: Version,
    pub title: Title,
}

impl Act for CorrectTitle {
    type Record = Known;
    type Done = ();
    const NAME: ActName = ActName::CorrectTitle;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Known, Refusal> {
        store::title(scope, self.id).await
    }

    fn decide(&self, actor: &Actor, known: &Known) -> Decision {
        policy::decide(actor, Self::NAME, Facts::entered(known.entered_by, self.office.number()))
    }

    fn apply(&self, known: &mut Known, cx: &Moment) -> Result<Change<()>, Refusal> {
        if known.version != self.seen {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        known.title = self.title.clone();
        Ok(Change::of(Object::new("library_title", self.id), ()).fields(&["title"]))
    }

    async fn save(known: &Known, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_title(scope, known).await
    }
}
