use leptos::prelude::*;

use crate::features::compliance::public::{ReadVillage, VillagePageView};
use crate::features::offices::village_view;
use crate::ui::{Ask, Read, load, read};

const VILLAGE: Read<VillagePageView> = read::<ReadVillage, _>();

/// `/d/{slug}`: one office with the way to its result, or the choice between offices of the same name.
#[component]
pub fn VillagePage() -> AnyView {
    load(VILLAGE, Ask::nothing().param("slug"), |view| village_view(view.village, view.result))
}
