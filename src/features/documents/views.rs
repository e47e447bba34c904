use serde::{Deserialize, Serialize};

use crate::domain::{ApplicationId, BlobId, IdemKey};

/// A question that is answered with photos, and the photos so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoQuestion {
    pub case: ApplicationId,
    pub field: String,
    pub label: String,
    pub hint: Option<String>,
    pub optional: bool,
    pub most: u32,
    pub photos: Vec<PhotoView>,
    /// What the officer says about the photo that has to be taken again.
    pub returned: Option<String>,
    /// Of the plain form. A page that is alive draws one for each photo that is chosen.
    pub key: IdemKey,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoView {
    pub photo: BlobId,
    pub thumbnail: BlobId,
}

impl PhotoQuestion {
    /// Where its photos are sent: the same address with a script and without.
    pub fn door(&self) -> String {
        ["/unggah?permohonan=", &self.case.to_string(), "&isian=", &self.field].concat()
    }

    /// The frame in which an empty row asks to be filled.
    pub fn outline(&self) -> &'static str {
        match self.field.as_str() {
            name if name.starts_with("ktp") => "/gambar/bingkai-ktp.svg",
            name if name.starts_with("kk") => "/gambar/bingkai-kk.svg",
            _ => "/gambar/bingkai-surat.svg",
        }
    }
}
