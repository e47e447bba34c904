//! The catalogue as finished HTML. But for the form of a reservation nothing on these pages answers a press, so
//! the browser gets no code for them: it sets what the server has drawn.

mod catalogue;
mod title;

use leptos::prelude::*;

use super::figures::{CatalogueFigure, TitleFigure};

pub fn catalogue(figure: CatalogueFigure) -> String {
    catalogue::catalogue(figure).to_html()
}

pub fn title(figure: TitleFigure) -> String {
    title::title(figure).to_html()
}
