//! Results as finished HTML. Nothing on these pages answers a press, so the browser gets no code for them: it
//! sets what the server has drawn.

mod board;
mod office;

use leptos::prelude::*;

use super::figures::{BoardView, ResultView};

pub fn board(view: BoardView) -> String {
    board::board(view).to_html()
}

pub fn result(view: ResultView) -> String {
    office::result(view).to_html()
}
