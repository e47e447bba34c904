use leptos::prelude::*;

use crate::domain::ApplicationId;
use crate::ui::Icon;

/// The letter as it will be printed, with DRAF across it: made when it is asked for, kept nowhere.
pub fn draft_link(case: ApplicationId) -> AnyView {
    let href = ["/kantor/permohonan/", &case.to_string(), "/konsep.pdf"].concat();
    view! { <p class="links"><a class="link" href=href rel="external" download=""><Icon name="download"/>"Unduh konsep (PDF)"</a></p> }
        .into_any()
}
