//! The same that people read, for search engines: schema.org in JSON-LD.

use serde_json::{Value, json};

use crate::domain::{Lang, TimeOfDay};
use crate::features::offices::gazetteer;
use crate::features::training::{Notice, NoticeState, Session};
use crate::server::linked_data::written;

/// Every office is in this zone.
const OFFSET: &str = "+07:00";

pub fn training_data(notice: &Notice, address: &str) -> String {
    let told = &notice.told;
    let sessions = told.sessions.all();
    let mut event = json!({
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "name": told.title,
        "url": address,
        "startDate": sessions.first().map(|one| moment(one, one.from)),
        "endDate": sessions.last().map(|one| moment(one, one.until)),
        "eventStatus": match notice.state {
            NoticeState::Cancelled { .. } => "https://schema.org/EventCancelled",
            NoticeState::Open | NoticeState::Finished => "https://schema.org/EventScheduled",
        },
        "eventAttendanceMode": match (told.place.is_empty(), told.online) {
            (true, _) => "https://schema.org/OnlineEventAttendanceMode",
            (false, true) => "https://schema.org/MixedEventAttendanceMode",
            (false, false) => "https://schema.org/OfflineEventAttendanceMode",
        },
        "organizer": { "@type": "Organization", "name": told.organiser },
        "about": told.topic.words(Lang::Id),
        "isAccessibleForFree": true,
        "maximumAttendeeCapacity": told.quota,
        "remainingAttendeeCapacity": u32::from(told.quota).saturating_sub(notice.seated),
        "location": location(notice, address),
    });
    if !told.summary.is_empty() {
        event["description"] = told.summary.as_str().into();
    }
    written(&event)
}

fn location(notice: &Notice, address: &str) -> Value {
    if notice.told.place.is_empty() {
        return json!({ "@type": "VirtualLocation", "url": address });
    }
    let office = gazetteer().by_code(notice.office);
    json!({
        "@type": "Place",
        "name": notice.told.place,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": office.map(|office| office.full_title()),
            "addressRegion": "Jawa Timur",
            "addressCountry": "ID",
        },
    })
}

/// "2026-12-12T08:00:00+07:00"
fn moment(session: &Session, at: TimeOfDay) -> String {
    format!("{}T{:02}:{:02}:00{OFFSET}", session.day.iso(), at.hour(), at.minute())
}
