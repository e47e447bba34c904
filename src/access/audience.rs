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
    /// Under a hat of the regency.
    Regency,
}

/// The first segment of each path there is. What is not named here is refused.
const PATHS: &[(&str, Audience)] = &[
    ("", Audience::Public),
    ("d", Audience::Public),
    ("luring", Audience::Public),
    ("layanan", Audience::Public),
    ("lacak", Audience::Public),
    ("v", Audience::Public),
    ("V", Audience::Public),
    ("kantor", Audience::Staff),
    ("permohonan", Audience::SignedIn),
    ("unggah", Audience::SignedIn),
    ("m", Audience::SignedIn),
];

/// The first two segments of each server function.
const FUNCTIONS: &[(&str, Audience)] = &[
    ("offices", Audience::Public),
    ("services", Audience::Public),
    ("tracker", Audience::Public),
    ("letters", Audience::Public),
    ("desk", Audience::Staff),
    ("applications", Audience::SignedIn),
];

impl Audience {
    /// Whom the path is for; `None` for a path that is no part of the system.
    pub fn of(path: &str) -> Option<Self> {
        let mut segments = path.trim_start_matches('/').split('/');
        let (table, first) = match segments.next().unwrap_or_default() {
            "api" => (FUNCTIONS, segments.next().unwrap_or_default()),
            first => (PATHS, first),
        };
        table.iter().find(|(segment, _)| *segment == first).map(|(_, audience)| *audience)
    }

    pub const fn admits(self, role: Role) -> bool {
        match self {
            Self::Public => true,
            Self::SignedIn => !matches!(role, Role::Anonymous),
            Self::Staff => matches!(role, Role::Operator | Role::Verifier | Role::Head),
            Self::Regency => matches!(role, Role::RegencyAdmin),
        }
    }

    /// The chunk of browser code with the pages for this audience.
    pub const fn area(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::SignedIn => "resident",
            Self::Staff => "office",
            Self::Regency => "regency",
        }
    }
}
