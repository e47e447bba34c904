//! Makes the photo small, shows it, sends it, and sends it again by itself after a cut.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::leaving::OnTheWay;
use super::xhr::{self, Outcome};
use super::{Door, Sending, Stage, shrink};
use crate::domain::IdemKey;
use crate::features::documents::PhotoView;
use crate::text::refusal_about;
use crate::ui::dom;

/// Seconds between two attempts; the phone's own "online again" is quicker.
const PAUSES: [i32; 5] = [2, 5, 10, 20, 30];

/// A photo was chosen. Another one while this is on its way waits for its turn in its own row.
pub fn chosen(event: &Event, sending: Sending, door: Door) {
    let Some(file) = dom::chosen_file(event) else { return };
    if matches!(sending.stage.get_untracked(), Stage::Preparing | Stage::OnPhone | Stage::Sending { .. }) {
        return;
    }
    sending.stage.set(Stage::Preparing);
    spawn_local(async move {
        let _asks = OnTheWay::begin();
        // An old browser that cannot make it small sends it as it is; the server makes it small.
        let photo = shrink::shrink(&file).await.unwrap_or(file);
        sending.preview.set(dom::preview(&photo));
        deliver(&photo, sending, &door).await;
    });
}

/// One wish, however often it is sent: the key is drawn once.
async fn deliver(photo: &JsValue, sending: Sending, door: &Door) {
    let key = IdemKey::from_u128(dom::chance()).to_string();
    let total_kb = kilobytes(dom::number(photo, "size"));
    for attempt in 0_usize.. {
        sending.stage.set(Stage::Sending { sent_kb: 0, total_kb });
        let progress = move |sent: f64| sending.stage.set(Stage::Sending { sent_kb: kilobytes(sent).min(total_kb), total_kb });
        match xhr::post(door, photo, &key, progress).await {
            Outcome::Received(photo) => return received(photo, sending, door),
            Outcome::Refused(refusal) => {
                sending.preview.set(None);
                sending.stage.set(Stage::Refused(refusal_about(door.lang, &refusal, &door.label)));
                return;
            }
            Outcome::Cut => {
                sending.stage.set(Stage::OnPhone);
                dom::pause(PAUSES[attempt.min(PAUSES.len() - 1)]).await;
            }
        }
    }
}

fn received(photo: PhotoView, sending: Sending, door: &Door) {
    sending.photos.update(|photos| {
        if door.most == 1 {
            photos.clear();
        }
        photos.push(photo);
    });
    sending.returned.set(None);
    sending.preview.set(None);
    sending.stage.set(Stage::Rest);
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a photo has a few megabytes")]
fn kilobytes(bytes: f64) -> u32 {
    (bytes / 1024.0).ceil() as u32
}
