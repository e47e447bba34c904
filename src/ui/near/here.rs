use leptos::prelude::*;

use super::side;
use crate::ui::Icon;

/// Writes into a field where the phone is. Only where a script can ask it; everybody else leaves the field empty
/// or types. Of offices only, in Indonesian.
#[component]
pub fn HereButton(
    /// The field's name.
    field: &'static str,
) -> AnyView {
    let (alive, failed) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| alive.set(true));
    view! {
        <button class="btn btn-second btn-row" type="button" hidden=move || !alive.get() on:click=move |_| side::fill(field, failed)>
            <Icon name="map-pin"/>"Isi dari HP ini"
        </button>
        <p class="note" data-who="you" role="status" hidden=move || !failed.get()>"Lokasi tidak diketahui. Izinkan lokasi untuk situs ini, lalu tekan lagi."</p>
    }
    .into_any()
}
