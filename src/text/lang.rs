use super::{Lang, Words};

impl Lang {
    /// Everything this language says.
    pub const fn words(self) -> Words {
        Words(self)
    }
}
