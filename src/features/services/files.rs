//! The data files, in the order in which they are listed to people: what is asked for most stands with
//! its like (domain 2.5).

macro_rules! files {
    ($($code:literal)*) => { &[$(($code, include_str!(concat!("data/", $code, ".json")))),*] };
}

/// Code and text of every service.
pub const SERVICES: &[(&str, &str)] = files! {
    "pindah" "datang" "spm" "sktm" "skd" "skdu" "sku" "skck" "lahir" "mati" "nikah" "skbm"
    "hasil" "hilang" "beda" "ramai" "waris" "tanah" "ktpkk" "ktpproses" "izinortu" "pergi" "jualbeli" "umum"
};

/// The four steps about the applicant that services include instead of asking again.
pub const APPLICANT: &str = include_str!("data/applicant.json");
/// What an invented applicant answers, in samples.
pub const SAMPLE: &str = include_str!("data/contoh.json");
/// The parts of a region and of a person, where a file does not name its own.
pub const REGION: &str = include_str!("data/region.json");
pub const PERSON: &str = include_str!("data/person.json");
