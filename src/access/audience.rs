use super::Role;

/// For whom the pages and acts under a path are. The coarse guard, before any feature is asked; the
/// fine decision is the feature's policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    Public,
    /// Anybody who is signed in.
    SignedIn,
    /// Under the hat of an office.
    Staff,
    /// Under the hat of a kecamatan.
    Kecamatan,
    /// Under a hat of the regency.
    Regency,
}

/// The first segment of each path there is. What is not named here is refused.
const PATHS: &[(&str, Audience)] = &[
    ("", Audience::Public),
    ("d", Audience::Public),
    ("luring", Audience::Public),
    ("galeri", Audience::Public),
    ("kepatuhan", Audience::Public),
    ("kepatuhan.csv", Audience::Public),
    ("kepatuhan.json", Audience::Public),
    ("layanan", Audience::Public),
    ("lacak", Audience::Public),
    ("pelatihan", Audience::Public),
    ("pesan", Audience::Public),
    ("produk", Audience::Public),
    ("produk.rss", Audience::Public),
    ("pustaka", Audience::Public),
    ("robots.txt", Audience::Public),
    ("sitemap.xml", Audience::Public),
    ("toko", Audience::Public),
    ("foto", Audience::Public),
    ("baca", Audience::Public),
    ("kartu", Audience::Public),
    ("v", Audience::Public),
    ("V", Audience::Public),
    ("hadir", Audience::SignedIn),
    ("permohonan", Audience::SignedIn),
    ("unggah", Audience::SignedIn),
    ("m", Audience::SignedIn),
    ("masuk", Audience::Public),
    ("akun", Audience::SignedIn),
    ("kantor", Audience::Staff),
    ("kecamatan", Audience::Kecamatan),
    ("bpm", Audience::Regency),
];

/// Whole pages that are not for whom their first segment is.
const PAGE_EXCEPTIONS: &[(&str, Audience)] = &[("masuk/topi", Audience::SignedIn), ("masuk/kode", Audience::SignedIn)];

/// Whole server functions that are not for whom their first segment is.
const FUNCTION_EXCEPTIONS: &[(&str, Audience)] = &[
    ("accounts/sign_in_page", Audience::Public),
    ("accounts/door_page", Audience::Public),
    ("accounts/ask_code", Audience::Public),
    ("accounts/code_page", Audience::Public),
    ("accounts/enter_code", Audience::Public),
    ("accounts/password_sign_in", Audience::Public),
    ("accounts/staff_sign_in", Audience::Public),
    ("accounts/open_enrolment", Audience::Public),
    ("accounts/enrolment_page", Audience::Public),
    ("accounts/activate", Audience::Public),
    ("accounts/sign_out", Audience::Public),
];

/// The first segment of each server function, behind `/api/`.
const FUNCTIONS: &[(&str, Audience)] = &[
    ("offices", Audience::Public),
    ("offices_regency", Audience::Regency),
    ("services", Audience::Public),
    ("catalogue", Audience::Public),
    ("compliance", Audience::Public),
    ("goods", Audience::SignedIn),
    ("catalogue_office", Audience::Staff),
    ("catalogue_own", Audience::SignedIn),
    ("catalogue_regency", Audience::Regency),
    ("tracker", Audience::Public),
    ("letters", Audience::Public),
    ("desk", Audience::Staff),
    ("transfers", Audience::Staff),
    ("copies", Audience::Kecamatan),
    ("applications", Audience::SignedIn),
    ("accounts", Audience::SignedIn),
    ("accounts_office", Audience::Staff),
    ("accounts_regency", Audience::Regency),
    ("review", Audience::Regency),
    ("campaigns", Audience::Regency),
    ("compliance_office", Audience::Staff),
    ("versions", Audience::Regency),
    ("library_office", Audience::Staff),
    ("library", Audience::Public),
    ("library_own", Audience::SignedIn),
    ("training_office", Audience::Staff),
    ("training", Audience::Public),
    ("training_own", Audience::SignedIn),
    ("training_regency", Audience::Regency),
];

/// Pages that are not in the chunk of their area: those on which offices and sellers edit the market, the
/// desks of an office's library and of its trainings with the course of its staff, and a head's own staff, beside the
/// same pages of the regency.
const TRADE_PAGES: [&str; 6] = ["kantor/produk", "kantor/pustaka", "kantor/pelatihan", "kantor/belajar", "akun/toko", "kantor/pegawai"];

/// Pages on which an office answers in a review, beside those on which the regency reviews it.
const REVIEW_PAGES: [&str; 3] = ["kantor/kepatuhan", "bpm/telaah", "bpm/kampanye"];

/// The ways in of those who work for an office.
const STAFF_DOORS: [&str; 5] = ["masuk/petugas", "masuk/aktivasi", "masuk/aktivasi/pasang", "masuk/topi", "masuk/kode"];

impl Audience {
    /// Whether a page speaks Indonesian whatever the visitor chose: the pages of an office, a kecamatan
    /// and the regency, and the ways in to them.
    pub fn speaks_indonesian_only(path: &str) -> bool {
        let page = path.trim_matches('/');
        STAFF_DOORS.contains(&page) || matches!(Self::of_page(page), Some(Self::Staff | Self::Kecamatan | Self::Regency))
    }

    /// Whom the path is for; `None` for a path that is no part of the system.
    pub fn of(path: &str) -> Option<Self> {
        let path = path.trim_start_matches('/');
        match path.strip_prefix("api/") {
            Some(function) => found(function, FUNCTION_EXCEPTIONS, FUNCTIONS),
            None => Self::of_page(path),
        }
    }

    /// The same for what is surely a page: all that the browser asks, which has no list of functions.
    fn of_page(page: &str) -> Option<Self> {
        found(page.trim_start_matches('/'), PAGE_EXCEPTIONS, PATHS)
    }

    pub const fn admits(self, role: Role) -> bool {
        match self {
            Self::Public => true,
            Self::SignedIn => !matches!(role, Role::Anonymous),
            Self::Staff => matches!(role, Role::Operator | Role::Verifier | Role::Head),
            Self::Kecamatan => matches!(role, Role::Camat),
            Self::Regency => matches!(role, Role::Reviewer | Role::RegencyAdmin),
        }
    }

    /// The page to sign in at, for who comes to such a path and is nobody known.
    pub const fn door(self) -> &'static str {
        match self {
            Self::Public | Self::SignedIn => "/masuk",
            Self::Staff | Self::Kecamatan | Self::Regency => "/masuk/petugas",
        }
    }

    /// The same for a page, with or without its query; whoever comes to none of ours is a resident.
    pub fn door_of(page: &str) -> &'static str {
        Self::of_page(page.split('?').next().unwrap_or_default()).unwrap_or(Self::Public).door()
    }

    /// The chunk of browser code that has a page.
    pub fn area_of(path: &str) -> &'static str {
        let page = path.trim_matches('/');
        let under = |start: &str| page.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if TRADE_PAGES.into_iter().any(under) {
            return "trade";
        }
        if REVIEW_PAGES.into_iter().any(under) {
            return "review";
        }
        match Self::of_page(page).unwrap_or(Self::Public) {
            Self::Public => "public",
            Self::SignedIn => "resident",
            Self::Staff => "office",
            // For 26 people: they ride in the smallest chunk there is.
            Self::Kecamatan | Self::Regency => "trade",
        }
    }
}

fn found(path: &str, exceptions: &[(&str, Audience)], table: &[(&str, Audience)]) -> Option<Audience> {
    let exception = exceptions.iter().find(|(whole, _)| *whole == path);
    let first = path.split('/').next().unwrap_or_default();
    exception.or_else(|| table.iter().find(|(segment, _)| *segment == first)).map(|(_, audience)| *audience)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_the_staff_speak_indonesian_and_those_of_residents_do_not_have_to() {
        for path in [
            "/masuk/petugas",
            "/masuk/aktivasi/pasang",
            "/masuk/topi",
            "/masuk/kode",
            "/kantor",
            "/kecamatan",
            "/bpm/kantor/tamansari-licin",
        ] {
            assert!(Audience::speaks_indonesian_only(path), "{path}");
        }
        for path in ["/", "/masuk", "/masuk/sandi", "/layanan/sku", "/permohonan/baru/sku", "/akun", "/atlantis"] {
            assert!(!Audience::speaks_indonesian_only(path), "{path}");
        }
    }

    #[test]
    fn a_page_is_brought_to_life_by_the_chunk_of_its_area() {
        for (path, area) in [
            ("/", "public"),
            ("/produk", "public"),
            ("/akun", "resident"),
            ("/akun/toko", "trade"),
            ("/kantor", "office"),
            ("/kantor/produk", "trade"),
            ("/kantor/produk/toko/baru", "trade"),
            ("/kantor/produkx", "office"),
            ("/kantor/pegawai", "trade"),
            ("/kecamatan", "trade"),
            ("/kantor/kepatuhan", "review"),
            ("/kantor/kepatuhan/wifi", "review"),
            ("/kantor/pustaka/buku", "trade"),
            ("/kantor/pelatihan/baru", "trade"),
            ("/kantor/belajar", "trade"),
            ("/bpm/belajar", "trade"),
            ("/bpm/kantor", "trade"),
        ] {
            assert_eq!(Audience::area_of(path), area, "{path}");
        }
    }

    #[test]
    fn who_works_for_an_office_is_let_in_again_at_the_door_of_the_staff() {
        let door = |path| Audience::of(path).map(Audience::door);
        for path in ["/kantor", "/kantor/permohonan", "/kecamatan", "/bpm/kantor/tamansari-licin", "/api/desk/claim", "/api/copies/month"] {
            assert_eq!(door(path), Some("/masuk/petugas"), "{path}");
        }
        for path in ["/akun", "/permohonan", "/masuk/topi", "/"] {
            assert_eq!(door(path), Some("/masuk"), "{path}");
        }
    }
}
