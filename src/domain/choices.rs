//! Short lists from which people choose.

/// A short list each, with its code in forms, addresses and tables, and its words in Indonesian and English:
/// `choices! { /// Meaning. Age { Children "anak" "Anak" "Children" } }`.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($one:ident $code:literal $id:literal $en:literal)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($one),+ }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$one),+];

            pub const fn code(self) -> &'static str {
                match self { $(Self::$one => $code),+ }
            }

            pub const fn words(self, lang: $crate::domain::Lang) -> &'static str {
                match (lang, self) {
                    $(($crate::domain::Lang::Id, Self::$one) => $id, ($crate::domain::Lang::En, Self::$one) => $en),+
                }
            }

            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    )+};
}

pub(crate) use choices;
