//! The server sees no such file.

use leptos::ev::Event;

pub fn digest_of_chosen(_: &Event, _: impl Fn(Option<String>) + 'static) {}
