//! Results as finished HTML. Nothing on these pages answers a press, so the browser gets no code for them: it
//! sets what the server has drawn.

mod board;
mod office;

use leptos::prelude::*;

use super::figures::{BoardView, DayPick, ResultView};

pub fn board(view: BoardView) -> String {
    board::board(view).to_html()
}

/// Where nothing was public yet on the day that is shown.
pub fn nothing(sentences: (String, String), day: DayPick, apply: String) -> String {
    board::nothing(sentences, day, apply).to_html()
}

pub fn result(view: ResultView) -> String {
    office::result(view).to_html()
}
