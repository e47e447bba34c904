use leptos::prelude::*;

use super::{check::check_view, step::step_view};
use crate::features::applications::{FillView, ReadFill};
use crate::ui::{Ask, Read, load, read, use_visitor, use_words};

const FILL: Read<FillView> = read::<ReadFill, _>();

/// `/permohonan/baru/{kode}/{langkah}`: one step of a draft, or the look at the whole.
#[component]
pub fn FillPage() -> AnyView {
    let (words, lang) = (use_words().fill(), use_visitor().lang);
    let ask = Ask::nothing().param("kode").param("langkah").query("periksa");
    load(FILL, ask, move |view| match view {
        FillView::Step(step) => step_view(*step, words),
        FillView::Check(check) => check_view(*check, words, lang),
    })
}
