//! Versions of the questions: a draft is edited, compared and published; what was asked once keeps its version
//! for ever, and a map carries a trend from one version to the next.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod chain;
#[cfg(feature = "ssr")]
mod compare;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod edition;
#[cfg(feature = "ssr")]
mod fields;
#[cfg(feature = "ssr")]
mod known;
#[cfg(feature = "ssr")]
mod lacks;
#[cfg(feature = "ssr")]
pub mod read;
#[cfg(feature = "ssr")]
mod typed;
#[cfg(feature = "ssr")]
mod words;

pub use api::{
    AddItem, BeginVersion, DropItem, KeepItem, KeepSettings, PlaceItem, PublishVersion, ReadComparison, ReadVersion, ReadVersionItem,
    ReadVersions,
};
#[cfg(feature = "ssr")]
pub use chain::carried;
#[cfg(feature = "ssr")]
pub use compare::{Compared, Fate, Line, compare};
#[cfg(feature = "ssr")]
pub use edition::{Carries, Edition, EditionState, Settings};
#[cfg(feature = "ssr")]
pub use known::{Known, known, remember};
#[cfg(feature = "ssr")]
pub use lacks::{Lack, lacks};
pub use views::{ActForm, EditorView, FieldGroup, FieldKind, FieldView, VersionAct};
