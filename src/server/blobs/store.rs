use std::collections::HashSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt};
use tokio::sync::{Mutex, RwLock};
use zeroize::Zeroizing;

use crate::access::Refusal;
use crate::domain::Instant;
use crate::server::clock::Entropy;
use crate::server::incident;
use crate::server::seal::Keys;

/// The encrypted files of all offices, in one folder. Cheap to clone.
///
/// `object_store` is the door to an S3-compatible store as well; only the folder is opened so far.
#[derive(Clone)]
pub struct Blobs {
    folder: PathBuf,
    files: Arc<dyn ObjectStore>,
    /// Offices whose folder is known to be on the disk.
    folders: Arc<Mutex<HashSet<i64>>>,
    /// Held for reading while a file is put, for writing while one is swept.
    sweep: Arc<RwLock<()>>,
    keys: Keys,
    entropy: Entropy,
}

/// A file that is on the disk, not yet named by any row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub office: i64,
    pub name: String,
    /// "image/jpeg"
    pub media: &'static str,
    pub size_bytes: i64,
}

/// Why a file does not come back.
#[derive(Debug)]
pub enum Lost {
    /// There is none of this name.
    Missing,
    /// It is not what was stored.
    Broken,
    Disk(object_store::Error),
}

impl Blobs {
    /// # Errors
    /// When the folder can neither be found nor made.
    pub fn open(folder: &Path, keys: Keys, entropy: Entropy) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        // Off by default. With it a put writes beside, fsyncs, renames, and fsyncs the folder
        // (object_store 0.14.2, local.rs: `sync_and_close`, `rename`).
        let files = LocalFileSystem::new_with_prefix(folder).map_err(std::io::Error::other)?.with_fsync(true);
        Ok(Self { folder: folder.into(), files: Arc::new(files), folders: Arc::default(), sweep: Arc::default(), keys, entropy })
    }

    /// Encrypts `content` and puts it on the disk; when this returns, a power cut no longer loses it.
    /// The same content again is written again: the file of an earlier put may not have got as far.
    ///
    /// # Errors
    /// `Busy` when the disk is full or fails.
    pub async fn put(&self, office: i64, media: &'static str, content: &[u8]) -> Result<Stored, Refusal> {
        let sealer = self.keys.files(office);
        let name = sealer.name(content);
        let sealed = sealer.seal(&name, content, &self.entropy);
        self.make_folder(office).await.map_err(|error| unwritten(&error))?;
        // Beside other puts, but never between the look and the removal of a sweep.
        let _sweepers = self.sweep.read().await;
        self.files.put(&key(office, &name), sealed.into()).await.map_err(|error| unwritten(&error))?;
        let size_bytes = i64::try_from(content.len()).unwrap_or(i64::MAX);
        Ok(Stored { office, name, media, size_bytes })
    }

    /// # Errors
    /// See [`Lost`].
    pub async fn get(&self, office: i64, name: &str) -> Result<Zeroizing<Vec<u8>>, Lost> {
        let sealed = async { self.files.get(&key(office, name)).await?.bytes().await };
        let sealed = sealed.await.map_err(|error| match error {
            object_store::Error::NotFound { .. } => Lost::Missing,
            other => Lost::Disk(other),
        })?;
        self.keys.files(office).open(name, &sealed).map_err(|_| Lost::Broken)
    }

    /// Takes a file away. Equal contents of an office share a file, so only for a name that no row
    /// holds any more. One that is gone already is gone.
    ///
    /// # Errors
    /// `Busy` when the disk fails.
    pub async fn delete(&self, office: i64, name: &str) -> Result<(), Refusal> {
        match self.files.delete(&key(office, name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(unwritten(&error)),
        }
    }

    /// Names of an office's files that were last put before `before`.
    ///
    /// # Errors
    /// `Busy` when the disk fails.
    pub(super) async fn older_than(&self, office: i64, before: Instant) -> Result<Vec<String>, Refusal> {
        let files = self.files.list(Some(&Key::from(office.to_string())));
        let files: Vec<_> = files.try_collect().await.map_err(|error| unwritten(&error))?;
        let old = files.into_iter().filter(|file| file.last_modified.timestamp_micros() < before.micros());
        Ok(old.filter_map(|file| file.location.filename().map(str::to_owned)).collect())
    }

    /// Takes a file away unless it was put again since; whether it did. Nobody puts in between: the lock
    /// is this process's, which is the only one that writes to a folder.
    ///
    /// # Errors
    /// `Busy` when the disk fails.
    pub(super) async fn delete_if_older(&self, office: i64, name: &str, before: Instant) -> Result<bool, Refusal> {
        let _putters = self.sweep.write().await;
        match self.files.head(&key(office, name)).await {
            Ok(file) if file.last_modified.timestamp_micros() < before.micros() => self.delete(office, name).await.map(|()| true),
            Ok(_) | Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(unwritten(&error)),
        }
    }

    /// Where the files are, one folder an office.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// `object_store` makes missing folders and fsyncs them, but of two first files at once the second
    /// may find the folder and return before the first has fsynced it. So it is made here, by one.
    async fn make_folder(&self, office: i64) -> std::io::Result<()> {
        let mut known = self.folders.lock().await;
        if known.contains(&office) {
            return Ok(());
        }
        let (parent, folder) = (self.folder.clone(), self.folder.join(office.to_string()));
        let made = tokio::task::spawn_blocking(move || {
            std::fs::create_dir_all(&folder)?;
            File::open(&folder)?.sync_all()?;
            File::open(&parent)?.sync_all()
        });
        made.await.map_err(std::io::Error::other)??;
        known.insert(office);
        Ok(())
    }
}

fn key(office: i64, name: &str) -> Key {
    Key::from_iter([office.to_string().as_str(), name])
}

/// Nothing was acknowledged. Whoever sends again may have more luck; the operator sees why.
fn unwritten(error: &dyn std::fmt::Display) -> Refusal {
    incident::report("a file could not be written", error);
    Refusal::Busy
}

impl From<Lost> for Refusal {
    /// A row names the file, so a missing or broken one is our failure, not the visitor's.
    fn from(lost: Lost) -> Self {
        incident::report("a stored file does not come back", &lost)
    }
}

impl std::fmt::Display for Lost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::Broken => f.write_str("the file is not what was stored"),
            Self::Disk(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Lost {}
