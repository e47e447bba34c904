use super::add_copies::Adding;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, TitleId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Title, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Enters a title that no library of the regency has, with its first copies here.
#[derive(Clone, Debug)]
pub struct AddTitle {
    pub office: OfficeCode,
    pub title: Title,
    pub copies: u32,
    pub shelf: String,
}

pub struct Entering {
    adding: Adding,
    new: Option<(TitleId, Title)>,
}

impl Act for AddTitle {
    type Record = Entering;
    type Done = TitleId;
    const NAME: ActName = ActName::AddTitle;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Entering, Refusal> {
        Ok(Entering { adding: Adding::nothing_yet(scope).await?, new: None })
    }

    fn decide(&self, actor: &Actor, _: &Entering) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, entering: &mut Entering, cx: &Moment) -> Result<Change<TitleId>, Refusal> {
        let id = cx.fresh::<TitleId>();
        entering.adding.add(id, self.copies, &self.shelf, cx)?;
        entering.new = Some((id, self.title.clone()));
        Ok(Change::of(Object::new("library_title", id), id).fields(&["title", "copies"]))
    }

    async fn save(entering: &Entering, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if let Some((id, title)) = &entering.new {
            store::add_title(scope, *id, title).await?;
        }
        entering.adding.save(scope).await
    }
}
