//! What the pages of the desk are given: a frame, and a picture that the server has drawn.

use serde::{Deserialize, Serialize};

use crate::ui::{Frame, Way};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingDeskView {
    pub frame: Frame,
    pub back: Option<Way>,
    pub title: String,
    /// What the last act has done.
    pub result: Option<String>,
    /// All below it, as HTML.
    pub drawn: String,
    /// A sheet to be printed: then there is no frame.
    pub sheet: bool,
}

/// A training as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrainingForm {
    pub nama_pelatihan: String,
    pub ringkasan: String,
    pub topik: String,
    pub sasaran_aparat: String,
    pub sasaran_umkm: String,
    pub sasaran_warga: String,
    pub sasaran_pemuda: String,
    pub penyelenggara: String,
    pub narasumber: String,
    pub tempat: String,
    pub tautan: String,
    /// One session a line.
    pub sesi: String,
    pub kuota: String,
    pub tutup: String,
    pub dana: String,
    pub kegiatan: String,
    pub mitra: String,
    /// One link a line.
    pub materi: String,
    /// Questions, parted by empty lines.
    pub soal: String,
}

impl TrainingForm {
    /// The ticks in the order of the audiences.
    pub fn audiences(&self) -> [&str; 4] {
        [&self.sasaran_aparat, &self.sasaran_umkm, &self.sasaran_warga, &self.sasaran_pemuda].map(String::as_str)
    }
}

/// `/kantor/pelatihan/{id}/layar/{sesi}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WallView {
    pub back: Way,
    pub title: String,
    pub lede: String,
    /// In how many seconds the page is loaded again.
    pub refresh: String,
    pub drawn: String,
}
