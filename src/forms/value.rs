use std::fmt;

use crate::domain::{BlobId, Day, KkNumber, Nik, OfficeCode, PersonName, Phone, Rupiah, TimeOfDay};

/// An answer as a word of the domain.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    Rupiah(Rupiah),
    Day(Day),
    Time(TimeOfDay),
    /// The code of what was chosen.
    Choice(String),
    Nik(Nik),
    Kk(KkNumber),
    Phone(Phone),
    Name(PersonName),
    /// In the order in which they were added. That they are the applicant's own is not known here.
    Files(Vec<BlobId>),
}

/// A place as a letter needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Region<'a> {
    /// A desa or kelurahan of the regency.
    Village(OfficeCode),
    /// Elsewhere: the code of the regency or city, kecamatan and village as typed.
    Elsewhere { regency: &'a str, kecamatan: &'a str, village: &'a str },
}

/// The valid answers to all questions that were asked, and nothing else. It is made by
/// [`super::check`] alone; like everything typed it has no `Serialize`, and `Debug` shows names only.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Parsed(Vec<(String, Value)>);

/// The village list's code for "elsewhere"; the other parts of a region are asked then.
pub const ELSEWHERE: &str = "luar";

macro_rules! one_kind {
    ($($(#[$doc:meta])* $name:ident: $kind:ident -> $type:ty;)*) => {$(
        $(#[$doc])*
        pub fn $name(&self, path: &str) -> Option<&$type> {
            match self.value(path)? { Value::$kind(value) => Some(value), _ => None }
        }
    )*};
}

impl Parsed {
    pub(super) fn put(&mut self, path: String, value: Value) {
        self.0.push((path, value));
    }

    pub fn value(&self, path: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| known == path).map(|(_, value)| value)
    }

    one_kind! {
        text: Text -> str;
        number: Number -> i64;
        rupiah: Rupiah -> Rupiah;
        day: Day -> Day;
        time: Time -> TimeOfDay;
        choice: Choice -> str;
        nik: Nik -> Nik;
        kk: Kk -> KkNumber;
        phone: Phone -> Phone;
        name: Name -> PersonName;
        files: Files -> [BlobId];
    }

    pub fn region(&self, path: &str) -> Option<Region<'_>> {
        let part = |name: &str| [path, ".", name].concat();
        match self.choice(&part("desa"))? {
            ELSEWHERE => Some(Region::Elsewhere {
                regency: self.choice(&part("kab"))?,
                kecamatan: self.text(&part("kec"))?,
                village: self.text(&part("kel"))?,
            }),
            code => code.parse().ok().map(Region::Village),
        }
    }

    /// The beginnings of the names of the rows that were filled in: `anggota.0.`, `anggota.2.`.
    pub fn rows(&self, path: &str) -> Vec<&str> {
        let row = |name: &'_ str| {
            let number = name.strip_prefix(path)?.strip_prefix('.')?.split('.').next()?;
            Some(path.len() + number.len() + 2)
        };
        let mut rows: Vec<&str> = self.0.iter().filter_map(|(name, _)| name.get(..row(name)?)).collect();
        rows.dedup();
        rows
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(path, value)| (path.as_str(), value))
    }
}

impl fmt::Debug for Parsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(path, _)| path)).finish()
    }
}
