use leptos::prelude::*;

use super::empty_view;
use crate::features::compliance::public::{OfficeResultView, ReadOfficeResult};
use crate::ui::{Ask, Drawing, Icon, PageHead, PrintButton, PublicLayout, Read, load, read};

const RESULT: Read<OfficeResultView> = read::<ReadOfficeResult, _>();

/// `/kepatuhan/{slug}` and `/d/{slug}/kepatuhan`: one office, with reasons.
#[component]
pub fn OfficeResultPage() -> AnyView {
    load(RESULT, Ask::nothing().param("slug").query("per"), office_view)
}

fn office_view(view: OfficeResultView) -> AnyView {
    let ((back, all), (village, page)) = (view.back, view.village);
    let now = view.now.map(|(to, words)| view! { <a class="link" href=to>{words}</a> });
    let body = match view.drawn {
        Ok(drawn) => view! { <Drawing html=drawn/> <p class="no-print"><PrintButton/></p> }.into_any(),
        Err(none) => empty_view(none),
    };
    view! {
        <PublicLayout>
            <div class="page flow">
                <a class="back no-print" href=back><Icon name="chevron-left"/>{all}</a>
                <PageHead title=view.title/>
                <p class="lede">{view.lede}</p>
                {body}
                <p class="links no-print"><a class="link" href=village>{page}</a>{now}</p>
            </div>
        </PublicLayout>
    }
    .into_any()
}
