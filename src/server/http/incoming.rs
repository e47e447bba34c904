use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use futures::StreamExt;

use crate::access::Refusal;
use crate::domain::IdemKey;
use crate::features::documents::{too_big, wrong_photo};
use crate::forms::ProblemCode;

/// A photo as it came: the raw bytes of a page that is alive, or a plain form.
pub struct Incoming {
    pub bytes: Vec<u8>,
    /// From the page that sends again by itself; a plain form has none.
    pub key: Option<IdemKey>,
}

/// Whoever sends nothing for this long has gone. A place in memory is not held for a silent line.
const LONGEST_SILENCE: Duration = Duration::from_secs(15);

impl Incoming {
    /// Whether a browser sends a form by itself, and wants a page for an answer.
    pub fn is_plain_form(request: &Request) -> bool {
        says(request, header::CONTENT_TYPE).starts_with("multipart/form-data")
    }

    /// Reads the whole body, within the limit that the router has set around it. `field` is the
    /// question in whose row a refusal is said.
    ///
    /// # Errors
    /// `Invalid` for an empty, an endless or a broken body; `Busy` for a line that fell silent.
    pub async fn read(request: Request, field: &str) -> Result<Self, Refusal> {
        let key = request.headers().get("idempotency-key").and_then(|key| key.to_str().ok()?.parse().ok());
        let bytes = if Self::is_plain_form(&request) { of_form(request, field).await? } else { whole(request.into_body(), field).await? };
        if bytes.is_empty() {
            return Err(wrong_photo(field, ProblemCode::MissingFile));
        }
        Ok(Self { bytes, key })
    }
}

/// A plain form that brings a file: what was typed, and the bytes.
pub struct IncomingForm {
    pub typed: Vec<(String, String)>,
    pub file: Vec<u8>,
}

/// More text than any form with a file has.
const TEXT_BYTES: usize = 4 * 1024;

impl IncomingForm {
    /// Reads the whole body, within the limit that the router has set around it. `file` is the name of
    /// the file's field, where a refusal is said.
    ///
    /// # Errors
    /// `Invalid` for an endless or a broken body, with what was typed before it broke; `Busy` for a line
    /// that fell silent.
    pub async fn read(request: Request, file: &str) -> Result<Self, (Vec<(String, String)>, Refusal)> {
        let mut form = Self { typed: Vec::new(), file: Vec::new() };
        match form.fill(request, file).await {
            Ok(()) => Ok(form),
            Err(refusal) => Err((form.typed, refusal)),
        }
    }

    async fn fill(&mut self, request: Request, file: &str) -> Result<(), Refusal> {
        let broken = |_| wrong_photo(file, ProblemCode::NotAFile);
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| wrong_photo(file, ProblemCode::NotAFile))?;
        while let Some(part) = next_part(&mut parts).await?.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            let bytes = tokio::time::timeout(LONGEST_SILENCE * 4, part.bytes()).await.map_err(|_| Refusal::Busy)?;
            let bytes = bytes.map_err(|_| too_big(file))?;
            if name == file {
                self.file = bytes.to_vec();
            } else if bytes.len() <= TEXT_BYTES {
                self.typed.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        Ok(())
    }

    /// The text typed into a field; empty where there is none.
    pub fn text(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }
}

/// The first file that was chosen; an input without one sends an empty part.
async fn of_form(request: Request, field: &str) -> Result<Vec<u8>, Refusal> {
    let broken = |_| wrong_photo(field, ProblemCode::NotAFile);
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| wrong_photo(field, ProblemCode::NotAFile))?;
    while let Some(part) = next_part(&mut parts).await?.map_err(broken)? {
        if part.name() == Some("foto") {
            let bytes = tokio::time::timeout(LONGEST_SILENCE * 4, part.bytes()).await.map_err(|_| Refusal::Busy)?;
            let bytes = bytes.map_err(|_| too_big(field))?;
            if !bytes.is_empty() {
                return Ok(bytes.to_vec());
            }
        }
    }
    Ok(Vec::new())
}

type Part<'a> = Result<Option<axum::extract::multipart::Field<'a>>, axum::extract::multipart::MultipartError>;

async fn next_part(parts: &mut Multipart) -> Result<Part<'_>, Refusal> {
    tokio::time::timeout(LONGEST_SILENCE, parts.next_field()).await.map_err(|_| Refusal::Busy)
}

async fn whole(body: Body, field: &str) -> Result<Vec<u8>, Refusal> {
    let (mut stream, mut bytes) = (body.into_data_stream(), Vec::new());
    while let Some(piece) = tokio::time::timeout(LONGEST_SILENCE, stream.next()).await.map_err(|_| Refusal::Busy)? {
        bytes.extend_from_slice(&piece.map_err(|_| too_big(field))?);
    }
    Ok(bytes)
}

fn says(request: &Request, name: header::HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
