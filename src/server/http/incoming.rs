use std::error::Error;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use futures::StreamExt;
use sha2::{Digest, Sha256};

use super::limits::is_too_long;
use crate::access::{Actor, Refusal};
use crate::domain::IdemKey;
use crate::features::documents::{too_big, wrong_photo};
use crate::forms::{ProblemCode, Problems};
use crate::server::engine::Engine;
use crate::server::session::{self, Budget};

/// Counts one more file that an account brings, for what session, scope and right have given before: not a byte is read
/// yet.
///
/// # Errors
/// Those of `place`; `SignIn` for nobody known; `TooMany` for who has brought as many as anybody may.
pub async fn counted<P>(engine: &Engine, actor: &Actor, place: Result<P, Refusal>) -> Result<P, Refusal> {
    let place = place?;
    let account = actor.account().ok_or(Refusal::SignIn)?;
    session::spend(&engine.doors, Budget::PhotosOfAnAccount, &account.as_u128().to_be_bytes()).await.map(|()| place)
}

/// A photo as it came: the raw bytes of a page that is alive, or a plain form.
pub struct Incoming {
    pub bytes: Vec<u8>,
    /// The wish: sent twice, it is still one.
    pub key: IdemKey,
}

/// Whoever sends nothing for this long has gone. A place in memory is not held for a silent line.
const LONGEST_SILENCE: Duration = Duration::from_secs(15);

impl Incoming {
    /// Whether a browser sends a form by itself, and wants a page for an answer.
    pub fn is_plain_form(request: &Request) -> bool {
        says(request, header::CONTENT_TYPE.as_str()).starts_with("multipart/form-data")
    }

    /// Reads the whole body, within the limit that the router has set around it. `field` is the
    /// question that is answered: the name of the file in a plain form, and the row in which a refusal
    /// is said.
    ///
    /// # Errors
    /// `Invalid` for an empty, an endless or a broken body, and for one without a key; `Busy` for a line
    /// that fell silent.
    pub async fn read(request: Request, field: &str) -> Result<Self, Refusal> {
        let (bytes, key) = if Self::is_plain_form(&request) {
            let form = IncomingForm::read(request, field).await.map_err(|(_, refusal)| refusal)?;
            let key = form.key();
            (form.file, key)
        } else {
            let key = parsed(says(&request, "idempotency-key"));
            (whole(request.into_body(), field).await?, key)
        };
        if bytes.is_empty() {
            return Err(wrong_photo(field, ProblemCode::MissingFile));
        }
        Ok(Self { bytes, key: key? })
    }
}

/// A plain form that brings a file: what was typed, and the bytes.
pub struct IncomingForm {
    pub typed: Vec<(String, String)>,
    pub file: Vec<u8>,
}

/// More text than any form with a file has.
const TEXT_BYTES: usize = 64 * 1024;

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

    /// The same for who was asked first whether they may send it, and where it goes: before that not a byte is read.
    ///
    /// # Errors
    /// That of `place`, else as [`Self::read`].
    pub async fn read_for<P>(
        place: Result<P, Refusal>,
        request: Request,
        file: &str,
    ) -> Result<(P, Self), (Vec<(String, String)>, Refusal)> {
        match place {
            Ok(place) => Self::read(request, file).await.map(|form| (place, form)),
            Err(refusal) => Err((Vec::new(), refusal)),
        }
    }

    async fn fill(&mut self, request: Request, file: &str) -> Result<(), Refusal> {
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| wrong_photo(file, ProblemCode::NotAFile))?;
        while let Some(part) = next_part(&mut parts).await?.map_err(|error| unread(file, &error))? {
            let name = part.name().unwrap_or_default().to_owned();
            let bytes = tokio::time::timeout(LONGEST_SILENCE * 4, part.bytes()).await.map_err(|_| Refusal::Busy)?;
            let bytes = bytes.map_err(|error| unread(file, &error))?;
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

    /// The page's key, and what is sent under it: the same form again is one wish, an altered one is
    /// another. A browser that went back sends another photo under the key of the first.
    ///
    /// # Errors
    /// `Invalid` for a form without a key.
    pub fn key(&self) -> Result<IdemKey, Refusal> {
        let key = parsed(self.text("_key"))?;
        let typed = self.typed.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
        let mut digest = Sha256::new();
        for part in typed.chain([self.file.as_slice()]) {
            // With its length before it, so that no two forms run into the same bytes.
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        let half = digest.finalize().first_chunk::<16>().copied().unwrap_or_default();
        Ok(IdemKey::from_u128(key.as_u128() ^ u128::from_be_bytes(half)))
    }
}

fn parsed(key: &str) -> Result<IdemKey, Refusal> {
    key.parse().map_err(|_| Refusal::Invalid(Problems::default()))
}

type Part<'a> = Result<Option<axum::extract::multipart::Field<'a>>, axum::extract::multipart::MultipartError>;

async fn next_part(parts: &mut Multipart) -> Result<Part<'_>, Refusal> {
    tokio::time::timeout(LONGEST_SILENCE, parts.next_field()).await.map_err(|_| Refusal::Busy)
}

/// A file that did not come whole: it is more than a file may be, or the line broke and it is sent again.
fn unread(field: &str, error: &(dyn Error + 'static)) -> Refusal {
    if is_too_long(error) { too_big(field) } else { wrong_photo(field, ProblemCode::NotAFile) }
}

async fn whole(body: Body, field: &str) -> Result<Vec<u8>, Refusal> {
    let (mut stream, mut bytes) = (body.into_data_stream(), Vec::new());
    while let Some(piece) = tokio::time::timeout(LONGEST_SILENCE, stream.next()).await.map_err(|_| Refusal::Busy)? {
        bytes.extend_from_slice(&piece.map_err(|error| unread(field, &error))?);
    }
    Ok(bytes)
}

fn says<'a>(request: &'a Request, name: &str) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
