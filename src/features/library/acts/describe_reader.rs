use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{ReaderId, Version};
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Reader, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Notes by what a reader is told from another of the same name: there may be two without a phone, and cards get lost.
#[derive(Clone, Debug)]
pub struct DescribeReader {
    pub reader: ReaderId,
    pub seen: Version,
    /// Empty: nothing more is needed.
    pub about: String,
}

impl Act for DescribeReader {
    type Record = Reader;
    type Done = ();
    const NAME: ActName = ActName::DescribeReader;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Reader, Refusal> {
        store::reader_held(scope, self.reader).await
    }

    fn decide(&self, actor: &Actor, _: &Reader) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, reader: &mut Reader, cx: &Moment) -> Result<Change<()>, Refusal> {
        if reader.version != Some(self.seen) {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        reader.about.clone_from(&self.about);
        Ok(Change::of(Object::new("library_reader", reader.id), ()).fields(&["about"]))
    }

    async fn save(reader: &Reader, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_reader(scope, reader).await
    }
}
