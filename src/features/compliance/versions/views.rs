//! What the pages of versions are given. All four are one kind of page: sentences and drawings of the server, and
//! forms whose fields are data, so that the browser carries one drawing for all of them.

use serde::{Deserialize, Serialize};

use crate::domain::IdemKey;
use crate::forms::{Choice, Problems};
use crate::ui::{Frame, MarkView, Way};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditorView {
    pub frame: Frame,
    pub back: Way,
    pub title: String,
    pub mark: Option<MarkView>,
    pub lede: String,
    pub result: Option<String>,
    pub ways: Vec<Way>,
    /// HTML above and below the forms.
    pub above: String,
    pub forms: Vec<ActForm>,
    pub below: String,
}

/// What a form does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VersionAct {
    Begin,
    KeepSettings,
    AddItem,
    KeepItem,
    PlaceItem,
    DropItem,
    Publish,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActForm {
    pub act: VersionAct,
    pub title: String,
    /// A sentence above the fields.
    pub says: String,
    /// Folded away until it is wanted.
    pub folded: bool,
    /// Where the second factor is shown first, if it is not fresh.
    pub step_up: Option<String>,
    pub hidden: Vec<(String, String)>,
    pub key: IdemKey,
    /// What is wrong already, in a draft.
    pub problems: Problems,
    pub groups: Vec<FieldGroup>,
    pub submit: String,
}

/// Fields under a heading; the first of a form may have none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldGroup {
    pub title: String,
    pub more: String,
    pub folded: bool,
    pub fields: Vec<FieldView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    pub kind: FieldKind,
    pub name: String,
    pub label: String,
    /// Empty for none.
    pub hint: String,
    pub value: String,
    pub options: Vec<Choice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    Line,
    Lines,
    Number,
    Choice,
    Tick,
}
