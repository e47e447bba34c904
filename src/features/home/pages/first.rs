use leptos::prelude::*;

use crate::features::accounts::{OfficesView, offices_view};
use crate::features::applications::{TodayView, today_view};
use crate::features::home::{ReadOffices, ReadToday};
use crate::ui::{Ask, Read, load, read};

const TODAY: Read<TodayView> = read::<ReadToday, _>();
const OFFICES: Read<OfficesView> = read::<ReadOffices, _>();

/// `/kantor`: how much waits, and what comes first.
#[component]
pub fn TodayPage() -> AnyView {
    load(TODAY, Ask::nothing(), today_view)
}

/// `/bpm/kantor`: what waits in the regency, and all its offices.
#[component]
pub fn OfficesPage() -> AnyView {
    load(OFFICES, Ask::nothing(), offices_view)
}
