use leptos::prelude::*;

use super::empty_view;
use crate::features::compliance::public::{BoardPageView, ReadBoard};
use crate::ui::{Ask, Drawing, PageHead, PublicLayout, Read, load, read};

const BOARD: Read<BoardPageView> = read::<ReadBoard, _>();

/// `/kepatuhan`: the class of every office, on a map and in a table.
#[component]
pub fn BoardPage() -> AnyView {
    load(BOARD, Ask::nothing().query("kelas").query("kecamatan").query("semua").query("per"), board_view)
}

fn board_view(view: BoardPageView) -> AnyView {
    let body = match view.drawn {
        Ok(drawn) => view! { <Drawing html=drawn/> }.into_any(),
        Err(none) => empty_view(none),
    };
    view! {
        <PublicLayout>
            <div class="page flow">
                <PageHead title=view.title description=view.description/>
                <p class="lede">{view.lede}</p>
                {body}
            </div>
        </PublicLayout>
    }
    .into_any()
}
