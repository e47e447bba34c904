//! The table of all pages, one line a page, grouped by area. An area is one lazy chunk of browser
//! code: whoever only applies for letters never downloads the office's screens.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{Lazy, LazyRoute, SsrMode, path};

use crate::features::accounts::pages::{
    ActivatePage, CodePage, EnrolPage, HandOverPage, HatsPage, NamePage, OfficesPage, OwnHandOverPage, OwnStaffPage, PasswordDoorPage,
    PasswordPage, ProfilePage, SignInPage, SlipFormPage, SlipPage, StaffDoorPage, StaffPage, StepUpPage, WatchersPage,
};
use crate::features::applications::desk::pages::{
    DeskCasePage, QueuePage, RegisterPage, SettingsPage, SignPage, SlipPage as CaseSlipPage, TodayPage,
};
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
        tracker = TrackerPage, check = CheckPage,
        sign_in = SignInPage, code = CodePage, password_door = PasswordDoorPage, staff_door = StaffDoorPage,
        enrol = EnrolPage, activate = ActivatePage;
    resident: hats = HatsPage, step_up = StepUpPage, profile = ProfilePage, name = NamePage, password = PasswordPage, watchers = WatchersPage,
        cases = CasesPage, case = CasePage, begin = BeginPage, fill = FillPage;
    office: slip_form = SlipFormPage, slip = SlipPage, own_staff = OwnStaffPage, own_hand_over = OwnHandOverPage,
        today = TodayPage, queue = QueuePage, desk_case = DeskCasePage, case_slip = CaseSlipPage, sign = SignPage, register = RegisterPage,
        settings = SettingsPage;
    regency: offices = OfficesPage, staff = StaffPage, hand_over = HandOverPage;
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
                <Route path=path!("/masuk") view={Lazy::<sign_in::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/masuk/periksa") view={Lazy::<code::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/masuk/sandi") view={Lazy::<password_door::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/masuk/petugas") view={Lazy::<staff_door::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/masuk/aktivasi") view={Lazy::<enrol::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/masuk/aktivasi/pasang") view={Lazy::<activate::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/masuk/topi") view={Lazy::<hats::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/masuk/kode") view={Lazy::<step_up::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/akun") view={Lazy::<profile::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/akun/nama") view={Lazy::<name::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/akun/sandi") view={Lazy::<password::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/akun/siapa-melihat") view={Lazy::<watchers::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/slip") view={Lazy::<slip_form::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/slip/:id") view={Lazy::<slip::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/pegawai") view={Lazy::<own_staff::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/pegawai/kode/:id") view={Lazy::<own_hand_over::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/bpm/kantor") view={Lazy::<offices::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/bpm/kantor/:slug") view={Lazy::<staff::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/bpm/kantor/:slug/kode/:id") view={Lazy::<hand_over::Page>::new()} ssr=SsrMode::Async/>
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
                <Route path=path!("/kantor/permohonan/:id/slip") view={Lazy::<case_slip::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/tanda-tangan") view={Lazy::<sign::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/register") view={Lazy::<register::Page>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/kantor/pengaturan") view={Lazy::<settings::Page>::new()} ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}
