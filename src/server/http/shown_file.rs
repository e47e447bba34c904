//! One of the files of a photo that pages show in several sizes: for everybody, or for who was let in.

use std::str::FromStr;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::media::hand_out;
use crate::access::Refusal;
use crate::domain::OfficeCode;
use crate::server::engine::Engine;
use crate::server::incident;
use crate::server::sandbox::{SIDES, ShownFormat, shown_file};

/// By its name in an address: `640.webp`.
pub struct ShownFile {
    /// Which of [`SIDES`].
    size: usize,
    format: ShownFormat,
}

impl FromStr for ShownFile {
    type Err = Refusal;

    fn from_str(file: &str) -> Result<Self, Refusal> {
        let (side, extension) = file.split_once('.').ok_or(Refusal::NotFound)?;
        let size = SIDES.iter().position(|known| known.to_string() == side).ok_or(Refusal::NotFound)?;
        let format = ShownFormat::ALL.into_iter().find(|format| format.extension() == extension).ok_or(Refusal::NotFound)?;
        Ok(Self { size, format })
    }
}

impl ShownFile {
    /// Whatever is at such an address stays the same; once nothing public names it, it is gone. `photo`: the
    /// name of its files at the office.
    ///
    /// # Errors
    /// `Internal` when the file does not come back.
    pub async fn for_everybody(&self, engine: &Engine, office: OfficeCode, photo: &str) -> Result<Response, Refusal> {
        let mut answer = Body::from(self.read(engine, office, photo).await?).into_response();
        for (name, value) in [(header::CONTENT_TYPE, self.format.media())].into_iter().chain(PUBLIC_FENCE) {
            answer.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        Ok(answer)
    }

    /// The same for whoever was let in, on a page of ours.
    ///
    /// # Errors
    /// `NotFound` when another site asks for it; `Internal` when the file does not come back.
    pub async fn for_somebody(&self, engine: &Engine, office: OfficeCode, photo: &str, asking: &HeaderMap) -> Result<Response, Refusal> {
        hand_out(self.format.media(), self.read(engine, office, photo).await?, asking)
    }

    async fn read(&self, engine: &Engine, office: OfficeCode, photo: &str) -> Result<Vec<u8>, Refusal> {
        photo_file(engine, office, photo, self.size, self.format).await
    }
}

/// One of the files of a photo; `size`: which of [`SIDES`].
///
/// # Errors
/// `Internal` when it does not come back.
pub async fn photo_file(engine: &Engine, office: OfficeCode, photo: &str, size: usize, format: ShownFormat) -> Result<Vec<u8>, Refusal> {
    let files = engine.blobs.get(office.number(), photo).await?;
    let file = shown_file(&files, size, format);
    file.map(<[u8]>::to_vec).ok_or_else(|| incident::report("a photo lacks a size", &"shown_file"))
}

pub const PUBLIC_FENCE: [(HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "public, max-age=31536000, immutable"), (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'")];
