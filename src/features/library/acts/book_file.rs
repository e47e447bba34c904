use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{BlobId, OfficeCode, TitleId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Known;
use crate::features::library::{BookFile, Licence, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::blobs::Stored;
use crate::server::db::WriteScope;

/// Gives everybody a file of a title to read. The library that entered the title does so for all. Its bytes are on the
/// disk before.
#[derive(Clone, Debug)]
pub struct AddBookFile {
    pub office: OfficeCode,
    pub title: TitleId,
    pub file: Stored,
    pub licence: Licence,
    pub source: String,
}

pub struct Adding {
    known: Known,
    there: usize,
    new: Option<(BookFile, Stored)>,
}

impl Act for AddBookFile {
    type Record = Adding;
    type Done = BlobId;
    const NAME: ActName = ActName::AddBookFile;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Adding, Refusal> {
        // Held, so that two at once are counted one after the other.
        let known = store::title_held(scope, self.title).await?;
        Ok(Adding { known, there: store::files_of(scope, self.title).await?.len(), new: None })
    }

    fn decide(&self, actor: &Actor, adding: &Adding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::entered(adding.known.entered_by, self.office.number()))
    }

    fn apply(&self, adding: &mut Adding, cx: &Moment) -> Result<Change<BlobId>, Refusal> {
        BookFile::may_be_added(adding.there)?;
        let id = cx.fresh::<BlobId>();
        let file = BookFile {
            id,
            title: self.title,
            office: self.office,
            file: self.file.name.clone(),
            size_bytes: self.file.size_bytes,
            licence: self.licence,
            source: self.source.clone(),
        };
        adding.new = Some((file, self.file.clone()));
        Ok(Change::of(Object::new("library_title", self.title), id).fields(&["file", "licence", "source"]))
    }

    async fn save(adding: &Adding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &adding.new {
            Some((file, stored)) => store::add_file(scope, file, stored).await,
            None => Ok(()),
        }
    }
}

/// Takes a file away again: nobody reads it any more.
#[derive(Clone, Debug)]
pub struct RemoveBookFile {
    pub office: OfficeCode,
    pub file: BlobId,
}

impl Act for RemoveBookFile {
    type Record = (Known, BookFile);
    /// Of which title it was.
    type Done = TitleId;
    const NAME: ActName = ActName::RemoveBookFile;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<(Known, BookFile), Refusal> {
        let file = store::book_file(scope, self.file).await?;
        Ok((store::title(scope, file.title).await?, file))
    }

    fn decide(&self, actor: &Actor, (known, _): &(Known, BookFile)) -> Decision {
        policy::decide(actor, Self::NAME, Facts::entered(known.entered_by, self.office.number()))
    }

    fn apply(&self, (known, _): &mut (Known, BookFile), _: &Moment) -> Result<Change<TitleId>, Refusal> {
        Ok(Change::of(Object::new("library_title", known.id), known.id).fields(&["file"]))
    }

    async fn save((_, file): &(Known, BookFile), scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::remove_file(scope, file.id).await
    }
}
