//! What an administrator does with a draft of the questions, until it is published.

use super::answering::mark;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::Version;
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::versions::{Edition, Settings};
use crate::features::compliance::{Instrument, Item, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// A draft, and the published version that it was made from.
pub struct Editing {
    edition: Edition,
    base: &'static Instrument,
}

impl Editing {
    async fn find(scope: &WriteScope<'_>, code: &str) -> Result<Self, Refusal> {
        let edition = store::edition(scope, code).await?;
        let base = Instrument::known(&edition.base)?;
        Ok(Self { edition, base })
    }

    fn changed<D>(&self, fields: &'static [&'static str], done: D) -> Change<D> {
        Change::of(Object::new("instrument", self.edition.id), done).fields(fields)
    }
}

macro_rules! editing {
    ($(#[$doc:meta])* $name:ident as $act_name:ident { $($field:ident: $type:ty),* } -> $done:ty = $fields:expr, |$act:ident, $record:ident, $cx:ident| $body:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// `2027-14`
            pub code: String,
            pub seen: Version,
            $(pub $field: $type,)*
        }

        impl Act for $name {
            type Record = Editing;
            type Done = $done;
            const NAME: ActName = ActName::$act_name;

            async fn find(&self, scope: &WriteScope<'_>) -> Result<Editing, Refusal> {
                Editing::find(scope, &self.code).await
            }

            fn decide(&self, actor: &Actor, _: &Editing) -> Decision {
                policy::decide(actor, Self::NAME, Facts::default())
            }

            fn apply(&self, $record: &mut Editing, $cx: &Moment) -> Result<Change<$done>, Refusal> {
                let $act = self;
                let done = $body?;
                Ok($record.changed($fields, done))
            }

            async fn save(record: &Editing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
                store::save_edition(scope, &record.edition).await
            }
        }
    };
}

editing! {
    /// What is said of all items together.
    KeepInstrumentSettings as EditInstrument { settings: Settings } -> () = &["settings"], |act, record, cx| {
        record.edition.keep_settings(act.seen, act.settings.clone(), mark(cx)?)
    }
}

editing! {
    /// An item, and which item of the base it carries on.
    KeepInstrumentItem as EditInstrument { item: Item, from: Option<String> } -> () = &["item"], |act, record, cx| {
        record.edition.keep_item(act.seen, act.item.clone(), act.from.clone(), record.base, mark(cx)?)
    }
}

editing! {
    /// One item more, at the end. Gives its code.
    AddInstrumentItem as EditInstrument { name: String } -> String = &["items"], |act, record, cx| {
        record.edition.add_item(act.seen, act.name.clone(), mark(cx)?)
    }
}

editing! {
    /// Moves an item to a place, counted from 0.
    PlaceInstrumentItem as EditInstrument { item: String, to: usize } -> () = &["order"], |act, record, cx| {
        record.edition.place_item(act.seen, &act.item, act.to, mark(cx)?)
    }
}

editing! {
    DropInstrumentItem as EditInstrument { item: String } -> () = &["items"], |act, record, cx| {
        record.edition.drop_item(act.seen, &act.item, mark(cx)?)
    }
}

editing! {
    /// From now on it is never changed, and campaigns can open with it.
    PublishInstrument as PublishInstrument {} -> () = &["state"], |act, record, cx| {
        record.edition.publish(act.seen, mark(cx)?)
    }
}
