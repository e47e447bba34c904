use super::{Lang, Words};

impl Lang {
    /// Everything this language says.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::Id => &super::id::WORDS,
            Self::En => &super::en::WORDS,
        }
    }
}
