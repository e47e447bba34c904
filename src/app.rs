//! The table of all pages by area: address and page. An area is one lazy chunk of browser code:
//! whoever only applies for letters never downloads the office's screens.

use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, RouteChildren, Router};
use leptos_router::{ChooseView, NestedRoute, ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch, SsrMode, StaticSegment};

use crate::features::accounts::pages::{
    ActivatePage, CodePage, EnrolPage, HandOverPage, HatsPage, KecamatanPage, NamePage, OwnHandOverPage, OwnStaffPage, PasswordDoorPage,
    PasswordPage, ProfilePage, SignInPage, SlipFormPage, SlipPage, StaffDoorPage, StaffPage, StepUpPage, WatchersPage,
};
use crate::features::applications::desk::pages::{DeskCasePage, QueuePage, RegisterPage, SettingsPage, SignPage, SlipPage as CaseSlipPage};
use crate::features::applications::pages::{BeginPage, CasePage, CasesPage, FillPage, SamplePage, TrackerPage};
use crate::features::catalogue::effect::EffectPage;
use crate::features::catalogue::figures::FiguresPage;
use crate::features::catalogue::office::pages::{
    DeskProductPage, DeskShopPage, EditProductPage, EditShopPage, ListingsPage, NewProductPage, NewShopPage, SellerLinkPage,
};
use crate::features::catalogue::pages::{BasketPage, MarketPage, PosterPage, ProductPage, ShopPage};
use crate::features::catalogue::photos::PhotosPage;
use crate::features::catalogue::seller::pages::{
    OwnEditProductPage, OwnEditShopPage, OwnNewProductPage, OwnNewShopPage, OwnProductPage, OwnShopPage, OwnShopsPage, TakingPage,
};
use crate::features::catalogue::table::pages::{ImportPage, TablePage};
use crate::features::compliance::campaigns::pages::{CampaignPage, CampaignsPage};
use crate::features::compliance::public::pages::{BoardPage, OfficeResultPage, VillagePage};
use crate::features::compliance::review::pages::{ReviewItemPage, ReviewQueuePage, VisitPage};
use crate::features::compliance::versions::pages::{ComparePage, VersionItemPage, VersionPage, VersionsPage};
use crate::features::compliance::village::pages::{ItemPage, OverviewPage};
use crate::features::copies::pages::CopiesPage;
use crate::features::home::pages::{OfficesPage, TodayPage};
use crate::features::letters::pages::CheckPage;
use crate::features::library::office::pages::{
    ClubPage, CorrectionPage, CounterPage, ImportBooksPage, InterloansPage, LabelsPage, LibraryRulesPage, NewTitlePage, ReaderCardPage,
    ReaderPage, ReadersPage, SheetsPage, ShelfTitlePage, StocktakePage, StocktakeResultPage, TitlesPage,
};
use crate::features::library::own::pages::{OwnClubsPage, OwnLoansPage};
use crate::features::library::public::pages::{LibraryPage, TitlePage};
use crate::features::offices::pages::PortalPage;
use crate::features::services::pages::{GuidePage, ServicePage, ServicesPage};
use crate::features::training::learning::pages::{LearnedPage, LearningPage};
use crate::features::training::office::pages::{
    CertificatesPage, ChangeTrainingPage, NewTrainingPage, SignListPage, TrainingPage, TrainingsPage, WallPage,
};
use crate::features::training::own::pages::{AttendPage, OwnTrainingPage, OwnTrainingsPage};
use crate::features::training::public::pages::{NoticePage, NoticesPage};
use crate::features::transfers::pages::{TransferPage, TransfersPage};
use crate::ui::{NotFoundPage, OfflinePage, provide_redraw};

/// Puts the pages of an area behind one split point, chosen by their address. One type of route for
/// all of them: a type of its own for each, as `path!` and `Lazy` make, cost 1 kB a page.
macro_rules! areas {
    ($($area:ident { $($($address:literal)|+ => $view:ident,)+ })+) => {
        $(
            #[allow(unsafe_code, reason = "the splitter's imports are `extern`")]
            mod $area {
                use super::*;

                pub const ADDRESSES: &[&str] = &[$($($address),+),+];

                #[::leptos::wasm_split::wasm_split($area, wasm_split_path = ::leptos::wasm_split, preload(fetch))]
                pub fn $area(address: &'static str) -> AnyView {
                    match address {
                        $($($address)|+ => view! { <$view/> }.into_any(),)+
                        _ => view! { <NotFoundPage/> }.into_any(),
                    }
                }
            }
        )+

        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types, reason = "an area is named as its chunk")]
        enum Area { $($area),+ }

        impl ChooseView for Page {
            async fn choose(self) -> AnyView {
                match self.area {
                    $(Area::$area => $area::$area(self.address).await,)+
                }
            }

            async fn preload(&self) {
                match self.area {
                    $(Area::$area => $area::fetch().await,)+
                }
            }
        }

        fn pages() -> impl Iterator<Item = Page> {
            let areas = [$((Area::$area, $area::ADDRESSES)),+];
            areas.into_iter().flat_map(|(area, addresses)| addresses.iter().map(move |address| Page { area, address }))
        }
    };
}

areas! {
    public {
        "/" => PortalPage,
        "/d/:slug" => VillagePage,
        "/produk" | "/d/:slug/produk" => MarketPage,
        "/produk/:slug" => ProductPage,
        "/toko/:slug" => ShopPage,
        "/toko/:slug/pesan" => BasketPage,
        "/toko/:slug/poster" => PosterPage,
        "/kepatuhan" => BoardPage,
        "/kepatuhan/:slug" | "/d/:slug/kepatuhan" => OfficeResultPage,
        "/pustaka" | "/d/:slug/pustaka" => LibraryPage,
        "/pustaka/:id" => TitlePage,
        "/pelatihan" | "/d/:slug/pelatihan" => NoticesPage,
        "/pelatihan/:slug" => NoticePage,
        "/luring" => OfflinePage,
        "/layanan" => ServicesPage,
        "/layanan/:kode" => ServicePage,
        "/layanan/:kode/cara" => GuidePage,
        "/layanan/:kode/contoh" => SamplePage,
        "/lacak" | "/lacak/:nomor" => TrackerPage,
        "/v" | "/v/:token" | "/V/:token" => CheckPage,
        "/masuk" => SignInPage,
        "/masuk/periksa" => CodePage,
        "/masuk/sandi" => PasswordDoorPage,
        "/masuk/petugas" => StaffDoorPage,
        "/masuk/aktivasi" => EnrolPage,
        "/masuk/aktivasi/pasang" => ActivatePage,
    }
    resident {
        "/masuk/topi" => HatsPage,
        "/masuk/kode" => StepUpPage,
        "/akun" => ProfilePage,
        "/akun/nama" => NamePage,
        "/akun/sandi" => PasswordPage,
        "/akun/siapa-melihat" => WatchersPage,
        "/akun/pinjaman" => OwnLoansPage,
        "/akun/kelompok-baca" => OwnClubsPage,
        "/akun/pelatihan" => OwnTrainingsPage,
        "/akun/pelatihan/:id" => OwnTrainingPage,
        "/hadir/:id" => AttendPage,
        "/permohonan" => CasesPage,
        "/permohonan/:id" => CasePage,
        "/permohonan/baru/:kode" => BeginPage,
        "/permohonan/baru/:kode/:langkah" => FillPage,
    }
    office {
        "/kantor" => TodayPage,
        "/kantor/permohonan" => QueuePage,
        "/kantor/permohonan/:id" => DeskCasePage,
        "/kantor/permohonan/:id/slip" => CaseSlipPage,
        "/kantor/tanda-tangan" => SignPage,
        "/kantor/register" => RegisterPage,
        "/kantor/pindah-masuk" => TransfersPage,
        "/kantor/pindah-masuk/:id" => TransferPage,
        "/kantor/pengaturan" => SettingsPage,
        "/kantor/slip" => SlipFormPage,
        "/kantor/slip/:id" => SlipPage,
    }
    trade {
        "/kantor/produk" => ListingsPage,
        "/kantor/produk/impor" => ImportPage,
        "/kantor/produk/tabel" => TablePage,
        "/kantor/produk/toko/baru" => NewShopPage,
        "/kantor/produk/toko/:id" => DeskShopPage,
        "/kantor/produk/toko/:id/ubah" => EditShopPage,
        "/kantor/produk/toko/:id/baru" => NewProductPage,
        "/kantor/produk/toko/:id/tautan" => SellerLinkPage,
        "/kantor/produk/dampak" => EffectPage,
        "/kantor/produk/:id" => DeskProductPage,
        "/kantor/produk/:id/ubah" => EditProductPage,
        "/kantor/produk/:id/foto" | "/akun/toko/produk/:id/foto" => PhotosPage,
        "/akun/toko" => OwnShopsPage,
        "/akun/toko/baru" => OwnNewShopPage,
        "/akun/toko/terima/:token" => TakingPage,
        "/akun/toko/produk/:id" => OwnProductPage,
        "/akun/toko/produk/:id/ubah" => OwnEditProductPage,
        "/akun/toko/:id" => OwnShopPage,
        "/akun/toko/:id/ubah" => OwnEditShopPage,
        "/akun/toko/:id/baru" => OwnNewProductPage,
        "/kantor/pustaka" => CounterPage,
        "/kantor/pustaka/buku" => TitlesPage,
        "/kantor/pustaka/buku/baru" => NewTitlePage,
        "/kantor/pustaka/buku/:id" => ShelfTitlePage,
        "/kantor/pustaka/buku/:id/ubah" => CorrectionPage,
        "/kantor/pustaka/buku/:id/label" => LabelsPage,
        "/kantor/pustaka/pembaca" => ReadersPage,
        "/kantor/pustaka/pembaca/:id" => ReaderPage,
        "/kantor/pustaka/pembaca/:id/kartu" => ReaderCardPage,
        "/kantor/pustaka/aturan" => LibraryRulesPage,
        "/kantor/pelatihan" => TrainingsPage,
        "/kantor/pelatihan/baru" => NewTrainingPage,
        "/kantor/pelatihan/:id" => TrainingPage,
        "/kantor/pelatihan/:id/ubah" => ChangeTrainingPage,
        "/kantor/pelatihan/:id/daftar-hadir" => SignListPage,
        "/kantor/pelatihan/:id/layar/:sesi" => WallPage,
        "/kantor/pelatihan/:id/sertifikat" => CertificatesPage,
        "/kantor/belajar" => LearningPage,
        "/kantor/pustaka/impor" => ImportBooksPage,
        "/kantor/pustaka/antar" => InterloansPage,
        "/kantor/pustaka/kelompok" => ClubPage,
        "/kantor/pustaka/cetak/:apa" => SheetsPage,
        "/kantor/pustaka/hitung" => StocktakePage,
        "/kantor/pustaka/hitung/:id" => StocktakeResultPage,
        // Pages of a head and the 25 camat ride along: a chunk of their own would cost each office about 10 kB.
        "/kantor/pegawai" => OwnStaffPage,
        "/kantor/pegawai/kode/:id" => OwnHandOverPage,
        "/kecamatan" => CopiesPage,
        "/bpm/kecamatan" => KecamatanPage,
        "/bpm/pasar" => FiguresPage,
        "/bpm/belajar" => LearnedPage,
        "/bpm/kantor" => OfficesPage,
        "/bpm/kantor/:slug" => StaffPage,
        "/bpm/kantor/:slug/kode/:id" => HandOverPage,
    }
    review {
        "/bpm/telaah" => ReviewQueuePage,
        "/bpm/telaah/:slug" => ReviewItemPage,
        "/bpm/telaah/:slug/kunjungan" => VisitPage,
        "/bpm/telaah/:slug/:butir" => ReviewItemPage,
        "/bpm/kampanye" => CampaignsPage,
        "/bpm/kampanye/butir" => VersionsPage,
        "/bpm/kampanye/butir/:kode" => VersionPage,
        "/bpm/kampanye/butir/:kode/banding" => ComparePage,
        "/bpm/kampanye/butir/:kode/:butir" => VersionItemPage,
        "/bpm/kampanye/:id" => CampaignPage,
        "/kantor/kepatuhan" => OverviewPage,
        "/kantor/kepatuhan/:butir" => ItemPage,
    }
}

/// A page by its address; drawn once the code of its area has come.
#[derive(Clone, Copy)]
struct Page {
    area: Area,
    address: &'static str,
}

/// An address with its `:parameters`.
#[derive(Clone, Copy)]
struct Address(&'static str);

impl Address {
    fn segments(self) -> impl Iterator<Item = &'static str> {
        self.0.split('/').filter(|segment| !segment.is_empty())
    }
}

impl PossibleRouteMatch for Address {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let (mut rest, mut params) = (path, Vec::new());
        for segment in self.segments() {
            let found = match segment.strip_prefix(':') {
                Some(name) => ParamSegment(name).test(rest)?,
                None => StaticSegment(segment).test(rest)?,
            };
            rest = found.remaining();
            params.extend(found.params());
        }
        Some(PartialPathMatch::new(rest, params, &path[..path.len() - rest.len()]))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        path.extend(self.segments().map(|segment| match segment.strip_prefix(':') {
            Some(name) => PathSegment::Param(name.into()),
            None => PathSegment::Static(segment.into()),
        }));
    }
}

/// Every page is finished HTML before the first byte is sent, so that the status tells the truth and
/// nothing needs a script.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_redraw();
    let routes =
        || StaticVec::from(pages().map(|page| NestedRoute::new(Address(page.address), page).ssr_mode(SsrMode::Async)).collect::<Vec<_>>());
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage children=RouteChildren::to_children(routes)/>
        </Router>
    }
}
