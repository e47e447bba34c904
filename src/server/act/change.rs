use serde::Serialize;

use crate::domain::Identity;

/// What an accepted act leaves behind besides the changed record: the answer, a line for the audit
/// record, and messages for the outbox.
#[derive(Debug)]
pub struct Change<Done> {
    pub(super) done: Done,
    pub(super) object: Object,
    pub(super) fields: &'static [&'static str],
    pub(super) messages: Vec<Message>,
}

/// What was changed: a kind ("application") and its identity. Never a name or a number of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Object {
    pub kind: &'static str,
    pub id: u128,
}

impl Object {
    pub fn new(kind: &'static str, id: impl Identity) -> Self {
        Self { kind, id: id.bits() }
    }
}

impl<Done> Change<Done> {
    pub fn of(object: Object, done: Done) -> Self {
        Self { done, object, fields: &[], messages: Vec::new() }
    }

    /// Names (only names) of what changed, for the audit record.
    #[must_use]
    pub fn fields(mut self, fields: &'static [&'static str]) -> Self {
        self.fields = fields;
        self
    }

    /// Leaves a message that goes out after the commit, at least once.
    #[must_use]
    pub fn tell(mut self, message: Message) -> Self {
        self.messages.push(message);
        self
    }
}

/// Work to be done after the commit. It carries identities and codes only: whoever handles it reads
/// the rest again, in the office's scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub topic: &'static str,
    /// Equal messages of one office are sent once: "render|<letter>".
    pub dedupe: String,
    pub payload: String,
}

impl Message {
    /// # Panics
    /// When `payload` cannot be written as JSON, which a struct of identities always can.
    pub fn new(topic: &'static str, dedupe: impl std::fmt::Display, payload: &impl Serialize) -> Self {
        let payload = serde_json::to_string(payload).expect("identities and codes are JSON");
        Self { topic, dedupe: format!("{topic}|{dedupe}"), payload }
    }
}
