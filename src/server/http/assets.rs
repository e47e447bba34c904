//! The files of the site, read once at start: what cargo-leptos built and what lies in `public/`.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Response, StatusCode, header};
use bytes::Bytes;
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

const SCRIPT: &str = "text/javascript; charset=utf-8";

pub struct Assets {
    files: HashMap<String, File>,
    pub bundle: Bundle,
}

/// The files of the browser code, as paths of ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    pub css: String,
    pub glue: String,
    pub wasm: String,
    /// Area to the files it needs besides the main one.
    pub chunks: HashMap<String, Vec<String>>,
}

struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    kind: &'static str,
    etag: HeaderValue,
    /// The name carries a hash of the content: it may be kept for ever.
    immutable: bool,
}

impl Assets {
    /// # Errors
    /// A folder that cannot be read, or one without a stylesheet: the site was not built.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut paths = Vec::new();
        list(root, &mut paths)?;
        let mut files = HashMap::new();
        for path in paths.iter().filter(|path| !compressed(path)) {
            let name = format!("/{}", path.strip_prefix(root).unwrap_or(path).display());
            files.insert(name, File::read(path)?);
        }
        let bundle = Bundle::of(&files);
        if bundle.css.is_empty() {
            return Err(io::Error::new(io::ErrorKind::NotFound, format!("{} holds no built site", root.display())));
        }
        Ok(Self { files, bundle })
    }

    /// The file at the request's path, if there is one: compressed as the browser likes it, or 304.
    pub fn answer(&self, request: &Request) -> Option<Response<Body>> {
        let file = self.files.get(request.uri().path())?;
        let says = |name: header::HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let accepts = says(header::ACCEPT_ENCODING);
        let (bytes, encoding) = match (&file.brotli, &file.gzip) {
            (Some(brotli), _) if accepts.contains("br") => (brotli, Some("br")),
            (_, Some(gzip)) if accepts.contains("gzip") => (gzip, Some("gzip")),
            _ => (&file.plain, None),
        };
        let mut answer = Response::builder()
            .header(header::CONTENT_TYPE, file.kind)
            .header(header::ETAG, &file.etag)
            .header(header::VARY, "Accept-Encoding")
            .header(header::CACHE_CONTROL, file.kept());
        if says(header::IF_NONE_MATCH).as_bytes() == file.etag.as_bytes() {
            return answer.status(StatusCode::NOT_MODIFIED).body(Body::empty()).ok();
        }
        if let Some(encoding) = encoding {
            answer = answer.header(header::CONTENT_ENCODING, encoding);
        }
        answer.body(Body::from(bytes.clone())).ok()
    }
}

impl File {
    /// A drawing without a hash in its name is asked for by each of its uses, the loader by each page:
    /// within five minutes they are not asked for again, and a release is seen after as long.
    fn kept(&self) -> &'static str {
        match (self.immutable, self.kind) {
            (true, _) => "public, max-age=31536000, immutable",
            (false, "image/svg+xml" | SCRIPT) => "public, max-age=300",
            (false, _) => "public, max-age=0",
        }
    }

    fn read(path: &Path) -> io::Result<Self> {
        let plain = Bytes::from(std::fs::read(path)?);
        let beside = |ending: &str| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            std::fs::read(PathBuf::from(name)).ok().map(Bytes::from)
        };
        let tag = BASE64URL_NOPAD.encode(&Sha256::digest(&plain)[..12]);
        let etag = HeaderValue::from_str(&format!("\"{tag}\"")).map_err(io::Error::other)?;
        let immutable = path.parent().is_some_and(|folder| folder.ends_with("pkg"));
        Ok(Self { brotli: beside(".br"), gzip: beside(".gz"), kind: kind_of(path), etag, immutable, plain })
    }
}

impl Bundle {
    fn of(files: &HashMap<String, File>) -> Self {
        let named = |start: &str, end: &str| files.keys().find(|name| name.starts_with(start) && name.ends_with(end)).cloned();
        let manifest = named("/pkg/__wasm_split_manifest", ".json").and_then(|name| files.get(&name));
        let chunks: HashMap<String, Vec<String>> = manifest.and_then(|file| serde_json::from_slice(&file.plain).ok()).unwrap_or_default();
        let whole = |file: String| ["/pkg/", &file, ".wasm"].concat();
        Self {
            css: named("/pkg/kampung", ".css").unwrap_or_default(),
            glue: named("/pkg/kampung", ".js").unwrap_or_default(),
            wasm: named("/pkg/kampung", ".wasm").unwrap_or_default(),
            chunks: chunks.into_iter().map(|(area, names)| (area, names.into_iter().map(whole).collect())).collect(),
        }
    }
}

fn list(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}

fn compressed(path: &Path) -> bool {
    matches!(path.extension().and_then(|ending| ending.to_str()), Some("br" | "gz"))
}

fn kind_of(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => SCRIPT,
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("html") => "text/html; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
