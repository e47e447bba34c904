//! A book as the whole regency knows it: entered once, wherever copies of it stand.

use serde::{Deserialize, Serialize};

use crate::domain::{Isbn, choices};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    pub name: String,
    /// As the cover has them; empty for none.
    pub authors: String,
    pub publisher: String,
    pub year: Option<u16>,
    pub isbn: Option<Isbn>,
    pub language: Language,
    pub age: Age,
    pub class: Class,
    pub summary: String,
}

// What readers choose titles by.
choices! {
    /// In which language it is to be read.
    Language {
        Indonesian "id" "Bahasa Indonesia" "Indonesian"
        Osing "osing" "Bahasa Osing" "Osing"
        Javanese "jv" "Bahasa Jawa" "Javanese"
        Madurese "mad" "Bahasa Madura" "Madurese"
        English "en" "Bahasa Inggris" "English"
        Arabic "ar" "Bahasa Arab" "Arabic"
        Other "lain" "Bahasa lain" "Another language"
    }
    /// For whom it is meant.
    Age {
        Children "anak" "Anak" "Children"
        Teenagers "remaja" "Remaja" "Teenagers"
        Adults "dewasa" "Dewasa" "Adults"
        Everybody "semua" "Semua umur" "All ages"
    }
    /// The ten main classes of Dewey, by which small libraries shelve, and stories for children, which they shelve
    /// apart.
    Class {
        ChildrensStories "cerita-anak" "Cerita anak" "Stories for children"
        General "000" "000 Umum dan komputer" "000 General works and computing"
        Philosophy "100" "100 Filsafat dan psikologi" "100 Philosophy and psychology"
        Religion "200" "200 Agama" "200 Religion"
        SocialSciences "300" "300 Ilmu sosial" "300 Social sciences"
        Languages "400" "400 Bahasa" "400 Languages"
        Science "500" "500 Sains dan matematika" "500 Science and mathematics"
        Technology "600" "600 Pertanian, kesehatan, dan keterampilan" "600 Farming, health and skills"
        Arts "700" "700 Seni dan olahraga" "700 Arts and sport"
        Literature "800" "800 Sastra" "800 Literature"
        History "900" "900 Sejarah dan geografi" "900 History and geography"
    }
}
