use leptos::prelude::*;

use super::editor_view;
use crate::features::compliance::versions::{EditorView, ReadComparison, ReadVersion, ReadVersionItem, ReadVersions};
use crate::ui::{Ask, Read, load, read};

const VERSIONS: Read<EditorView> = read::<ReadVersions, _>();
const VERSION: Read<EditorView> = read::<ReadVersion, _>();
const ITEM: Read<EditorView> = read::<ReadVersionItem, _>();
const COMPARISON: Read<EditorView> = read::<ReadComparison, _>();

/// `/bpm/kampanye/butir`: all versions, and the form that begins a draft.
#[component]
pub fn VersionsPage() -> AnyView {
    load(VERSIONS, Ask::nothing(), editor_view)
}

/// `/bpm/kampanye/butir/{kode}`: a version with its items.
#[component]
pub fn VersionPage() -> AnyView {
    load(VERSION, Ask::nothing().param("kode").query("hasil"), editor_view)
}

/// `/bpm/kampanye/butir/{kode}/{butir}`: an item.
#[component]
pub fn VersionItemPage() -> AnyView {
    load(ITEM, Ask::nothing().param("kode").param("butir").query("hasil"), editor_view)
}

/// `/bpm/kampanye/butir/{kode}/banding`: old beside new.
#[component]
pub fn ComparePage() -> AnyView {
    load(COMPARISON, Ask::nothing().param("kode"), editor_view)
}
