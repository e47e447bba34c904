use leptos::prelude::RwSignal;

use crate::features::documents::PhotoView;
use crate::text::Lang;

/// Where a chosen photo is right now. Never "received" before the office has it for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    Rest,
    Preparing,
    /// No connection: it is sent by itself when there is one.
    OnPhone,
    Sending {
        sent_kb: u32,
        total_kb: u32,
    },
    Refused(String),
}

impl Stage {
    pub const fn is_rest(&self) -> bool {
        matches!(self, Self::Rest)
    }
}

/// What a row shows of its photos.
#[derive(Clone, Copy)]
pub struct Sending {
    pub photos: RwSignal<Vec<PhotoView>>,
    pub stage: RwSignal<Stage>,
    /// The chosen photo itself, before the office has it.
    pub preview: RwSignal<Option<String>>,
    pub returned: RwSignal<Option<String>>,
}

/// Where a photo goes, and how it is spoken of.
#[derive(Clone)]
pub struct Door {
    pub door: String,
    pub label: String,
    pub most: u32,
    pub lang: Lang,
}
