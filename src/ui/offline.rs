use leptos::prelude::*;

use super::{PageHead, PublicLayout, use_words};

/// `/luring`: what the service worker shows without a connection.
#[component]
pub fn OfflinePage() -> AnyView {
    let words = use_words().failure();
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <div class="empty">
                    <img src="/gambar/kosong/tanpa-sinyal.svg" alt="" width="160" height="120"/>
                    <PageHead title=words.offline_title/>
                    <p>{words.offline}</p>
                    <a class="btn" href="/" rel="external">{words.home}</a>
                </div>
            </div>
        </PublicLayout>
    }
    .into_any()
}
