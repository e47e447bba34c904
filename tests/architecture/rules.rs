//! The tables. A room is named by the beginning of its paths; the first that fits counts.

/// What each room may use of the others.
pub const ROOMS: &[(&str, &[&str])] = &[
    ("src/domain/", &["domain"]),
    ("src/forms/", &["forms", "domain"]),
    ("src/access/", &["access", "domain", "forms"]),
    ("src/text/", &["text", "access", "domain", "forms"]),
    ("src/ui/", &["ui", "text", "access", "domain", "forms"]),
    ("src/features/", &["features", "ui", "text", "access", "domain", "forms", "server"]),
    ("src/app.rs", &["features", "ui", "text", "domain"]),
    // The two that put the house together.
    ("src/server/http/", &["server", "app", "features", "ui", "text", "access", "domain", "forms"]),
    ("src/server/engine.rs", &["server", "features", "domain", "access"]),
    ("src/server/", &["server", "access", "domain", "forms"]),
    ("src/lib.rs", &["app"]),
    ("src/main.rs", &[]),
];

/// A feature may use those of the lines above its own.
pub const FEATURE_LAYERS: &[&[&str]] = &[
    &["offices"],
    &["accounts"],
    &["services", "letters", "documents", "tables"],
    &["applications"],
    &["training"],
    &["catalogue"],
    &["copies"],
    &["transfers"],
    &["library"],
    &["compliance"],
    &["practice"],
    &["home"],
];

/// Files of a feature that are for both sides, or that decide: no server, no database, no clock.
pub const PURE_FILES: &[&str] = &["/model.rs", "/views.rs", "/policy.rs", "/pages/"];

/// Libraries and the rooms that may use them.
pub const CRATES: &[(&str, &[&str])] = &[
    (
        "sea_orm",
        &[
            "src/server/db/",
            "src/server/act.rs",
            "src/server/act/",
            "src/server/audit/",
            "src/server/outbox/",
            "src/server/blobs/",
            "src/server/backup/",
            "src/server/session/",
            "src/server/access_log.rs",
            "src/features/*/entity.rs",
            "src/features/*/entity/",
            "src/features/*/store.rs",
            "src/features/*/store/",
        ],
    ),
    ("sea_orm_migration", &["src/server/db/migrations/"]),
    ("axum", &["src/server/http/", "src/server/session/", "src/ui/wire/server.rs"]),
    ("tokio", &["src/server/", "src/main.rs", "src/ui/wire/server.rs"]),
    ("chacha20poly1305", &["src/server/seal/"]),
    ("hkdf", &["src/server/seal/"]),
    ("object_store", &["src/server/blobs/"]),
    ("getrandom", &["src/server/clock.rs", "src/server/http/security.rs"]),
    ("image", &["src/server/sandbox/", "src/server/likeness/photo.rs"]),
    ("exif", &["src/server/sandbox/"]),
    ("typst", &["src/server/sandbox/"]),
    ("calamine", &["src/server/sandbox/"]),
    ("rust_xlsxwriter", &["src/features/tables/"]),
];

/// A word that only these rooms may say.
pub struct OnlyHere {
    pub word: &'static str,
    pub rooms: &'static [&'static str],
    pub why: &'static str,
}

/// The one place that opens two offices: it carries a move from the one to the other, the answer back, and
/// the masked notice to the camat.
const CARRY_TRANSFER: &str = "src/features/transfers/carry.rs";
const CARRY_COPIES: &str = "src/features/transfers/carry/copies.rs";

/// Rounds of the house through all offices, each office in its own scope.
const TIDY_CASES: &str = "src/features/applications/housekeeping.rs";
const FORGET_MOVES: &str = "src/features/transfers/housekeeping.rs";
const NOTE_FIGURES: &str = "src/features/compliance/living.rs";
const TELL_OF_LOANS: &str = "src/features/library/store/reminders.rs";

/// Trainings whose day has come, each measured at its own office.
const MEASURE_EFFECTS: &str = "src/features/catalogue/effect/round.rs";

/// Sessions that are tomorrow, each told at its own office.
const REMIND_OF_SESSIONS: &str = "src/features/training/reminding.rs";

/// Writes anew what is public anyway, at the regency, which has no rows of an office.
const RENEW_SEARCH: &str = "src/features/catalogue/housekeeping.rs";
/// That a permit ends was told, of a shop that everybody sees.
const TELL_OF_ENDINGS: &str = "src/features/catalogue/store/reminders.rs";
/// A visitor of no account looks at a product: some more for its day.
const COUNT_LOOKS: &str = "src/features/catalogue/store/looks.rs";
/// A visitor of no account goes from a product to WhatsApp: one more for its day.
const COUNT_CLICK: &str = "src/features/catalogue/store/clicks.rs";

pub const ONLY_HERE: &[OnlyHere] = &[
    OnlyHere { word: "process::Command", rooms: &["src/server/sandbox/"], why: "no process that speaks to the world starts another" },
    OnlyHere { word: "inner_html", rooms: &["src/ui/form/textarea.rs", "src/ui/drawing.rs"], why: "unescaped markup" },
    OnlyHere { word: "<textarea", rooms: &["src/ui/form/textarea.rs"], why: "leptos does not escape its children" },
    OnlyHere { word: "GetUrl", rooms: &[], why: "a GET passes SameSite=Lax; list the few public reads here" },
    OnlyHere { word: "GetCbor", rooms: &[], why: "a GET passes SameSite=Lax" },
    OnlyHere { word: "MultipartFormData", rooms: &[], why: "its parser panics on a missing boundary" },
    OnlyHere { word: "StreamingText", rooms: &[], why: "streaming input has no limit" },
    OnlyHere { word: "leptos_axum::redirect", rooms: &[], why: "it sets a header and goes on" },
    OnlyHere {
        word: "Actor::new(",
        rooms: &["src/server/session/", "src/features/accounts/demo.rs", "src/features/accounts/invented_world.rs"],
        why: "who asks is read from the session and from nothing else; invented people act by themselves",
    },
    OnlyHere { word: "Reach::Everywhere", rooms: &["src/server/db/", "src/server/outbox/"], why: "it sees every office" },
    OnlyHere {
        word: "Reach::Office(",
        rooms: &[
            "src/server/",
            "src/features/letters/render.rs",
            TIDY_CASES,
            FORGET_MOVES,
            NOTE_FIGURES,
            RENEW_SEARCH,
            TELL_OF_ENDINGS,
            TELL_OF_LOANS,
            COUNT_CLICK,
            COUNT_LOOKS,
            CARRY_TRANSFER,
            CARRY_COPIES,
        ],
        why: "it opens an office without asking who acts for it",
    },
    OnlyHere {
        word: "perform_by_itself(",
        rooms: &["src/server/act.rs", TIDY_CASES, FORGET_MOVES, CARRY_TRANSFER, CARRY_COPIES],
        why: "it acts at an office that nobody acts for",
    },
    OnlyHere {
        word: "perform_due(",
        rooms: &["src/server/act.rs", MEASURE_EFFECTS, REMIND_OF_SESSIONS],
        why: "it acts at offices that nobody acts for",
    },
    OnlyHere {
        word: "perform_with_ticket(",
        rooms: &["src/server/act.rs", "src/features/catalogue/seller/"],
        why: "it acts at an office for somebody whose account gives them nothing there",
    },
    OnlyHere {
        word: "every_office()",
        rooms: &["src/server/db/", "src/server/audit/", "src/server/act/memory.rs", "src/server/blobs/row.rs"],
        why: "it sees every office",
    },
    OnlyHere { word: "Expr::cust", rooms: &["src/server/db/tripwire.rs"], why: "raw conditions know no scope" },
    OnlyHere { word: ".everywhere()", rooms: &["src/server/db/", "src/server/audit/", "src/server/backup/"], why: "it sees every office" },
    OnlyHere {
        word: ".expose()",
        rooms: &["src/features/*/store.rs", "src/features/*/store/", "src/features/letters/", "src/server/session/otp/"],
        why: "a NIK or a phone leaves its type only to be sealed, found again, or printed",
    },
    OnlyHere { word: "Entity::find", rooms: &["src/server/"], why: "a query begins at its scope" },
    OnlyHere { word: "Entity::insert", rooms: &["src/server/"], why: "rows are added by the scope" },
    OnlyHere { word: "Entity::update", rooms: &["src/server/"], why: "rows are changed by the scope" },
    OnlyHere { word: "Entity::delete", rooms: &["src/server/"], why: "rows are retired by the scope" },
    OnlyHere { word: "from_sql_and_values", rooms: &["src/server/db/"], why: "raw statements know no scope" },
    OnlyHere { word: "execute_unprepared", rooms: &["src/server/db/"], why: "raw statements know no scope" },
    OnlyHere { word: "Statement::from_string", rooms: &["src/server/db/", "src/server/backup/"], why: "raw statements know no scope" },
    OnlyHere { word: "AssertSqlSafe", rooms: &[], why: "a text from outside would become a statement" },
    OnlyHere { word: "SystemTime::now", rooms: &[], why: "time is given" },
    OnlyHere { word: "Timestamp::now", rooms: &["src/server/clock.rs"], why: "time is given" },
    OnlyHere { word: "env::var(", rooms: &["src/server/config.rs"], why: "settings are read once" },
    OnlyHere {
        word: "allow(unsafe_code",
        rooms: &["src/app.rs"],
        why: "unsafe code is denied; the splitter's `extern` blocks are the exception",
    },
];
