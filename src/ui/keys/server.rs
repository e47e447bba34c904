//! The server has no keyboard.

use leptos::ev::KeyboardEvent;

pub fn listen() {}

pub fn along_the_column(_: &KeyboardEvent) {}

pub fn are_on() -> bool {
    true
}

pub fn switch(_: bool) {}
