//! The table of all pages, one line a page, grouped by area. An area is one lazy chunk of browser
//! code: whoever only applies for letters never downloads the office's screens.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{Lazy, LazyRoute, SsrMode, path};

use crate::features::applications::desk::pages::{DeskCasePage, QueuePage, RegisterPage, SettingsPage, SignPage, SlipPage, TodayPage};
use crate::features::applications::pages::{BeginPage, CasePage, CasesPage, FillPage, TrackerPage};
use crate::features::letters::pages::CheckPage;
use crate::features::offices::pages::{PortalPage, VillagePage};
use crate::features::services::pages::{ServicePage, ServicesPage};
use crate::ui::{NotFoundPage, OfflinePage, provide_redraw};

/// Puts pages into the chunk of their area. `#[lazy_route]` would make one chunk per page and one
/// shared file per combination of chunks (measured: 168 KB in 18 files against 156 KB in 3).
macro_rules! pages {
    ($($area:ident: $($page:ident = $view:ident),+;)+) => {$($(
        #[allow(unsafe_code, reason = "the splitter's imports are `extern`")]
        mod $page {
            use super::*;

            pub struct Page;

            impl LazyRoute for Page {
                fn data() -> Self {
                    Self
                }

                async fn view(_: Self) -> AnyView {
                    $page().await
                }

                async fn preload() {
                    fetch().await;
                }
            }

            #[::leptos::wasm_split::wasm_split($area, wasm_split_path = ::leptos::wasm_split, preload(fetch))]
            fn $page() -> AnyView {
                view! { <$view/> }.into_any()
            }
        }
    )+)+};
}

pages! {
    public: portal = PortalPage, village = VillagePage, offline = OfflinePage, services = ServicesPage, service = ServicePage,
        tracker = TrackerPage, check = CheckPage;
    resident: cases = CasesPage, case = CasePage, begin = BeginPage, fill = FillPage;
    office: today = TodayPage, queue = QueuePage, desk_case = DeskCasePage, slip = SlipPage, sign = SignPage, register = RegisterPage,
        settings = SettingsPage;
}

/// Every page, by address. All of them are finished HTML before the first byte is sent, so that the
/// status tells the truth and nothing needs a script.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_redraw();
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view={Lazy::<portal::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/luring") view={Lazy::<offline::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/d/:slug") view={Lazy::<village::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/v") view={Lazy::<check::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/v/:token") view={Lazy::<check::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/V/:token") view={Lazy::<check::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/layanan") view={Lazy::<services::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/layanan/:kode") view={Lazy::<service::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/lacak") view={Lazy::<tracker::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/lacak/:nomor") view={Lazy::<tracker::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/permohonan") view={Lazy::<cases::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/permohonan/:id") view={Lazy::<case::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/permohonan/baru/:kode") view={Lazy::<begin::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/permohonan/baru/:kode/:langkah") view={Lazy::<fill::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor") view={Lazy::<today::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/permohonan") view={Lazy::<queue::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/permohonan/:id") view={Lazy::<desk_case::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/permohonan/:id/slip") view={Lazy::<slip::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/tanda-tangan") view={Lazy::<sign::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/register") view={Lazy::<register::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/pengaturan") view={Lazy::<settings::Page>::new()} ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}
