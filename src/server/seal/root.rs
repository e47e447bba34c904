use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::server::clock::Entropy;

/// The 256 bits from which every other key comes. Losing it is losing the data; it is never in the
/// database, in a backup, in the environment or in an image.
#[derive(Clone)]
pub struct RootKey(pub(super) Zeroizing<[u8; 32]>);

/// Why there is no root key.
#[derive(Debug)]
pub enum NoRootKey {
    /// The file does not exist. In production that stops the start: a fresh key beside old data
    /// would make the data unreadable in silence.
    Missing(PathBuf),
    /// Not exactly 32 bytes.
    WrongLength {
        path: PathBuf,
        bytes: usize,
    },
    /// Other users of the machine may read it.
    Open {
        path: PathBuf,
        mode: u32,
    },
    Io {
        path: PathBuf,
        error: io::Error,
    },
}

impl RootKey {
    pub const BYTES: usize = 32;

    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads the key from its file: 32 raw bytes, readable by its owner alone.
    ///
    /// # Errors
    /// Each way of not being such a file.
    pub fn read(path: &Path) -> Result<Self, NoRootKey> {
        let io = |error| NoRootKey::Io { path: path.into(), error };
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(NoRootKey::Missing(path.into())),
            other => other.map_err(io)?,
        };
        let mode = file.metadata().map_err(io)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(NoRootKey::Open { path: path.into(), mode });
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(Self::BYTES + 1));
        file.take(Self::BYTES as u64 + 1).read_to_end(&mut bytes).map_err(io)?;
        let whole = <[u8; 32]>::try_from(bytes.as_slice());
        whole.map(Self::from_bytes).map_err(|_| NoRootKey::WrongLength { path: path.into(), bytes: bytes.len() })
    }

    /// Reads the key, or makes one where there is none yet: for demonstrations and development.
    /// The new file is on the disk before the key is given out.
    ///
    /// # Errors
    /// As [`Self::read`], without `Missing`.
    pub fn read_or_make(path: &Path, chance: &Entropy) -> Result<Self, NoRootKey> {
        match Self::read(path) {
            Err(NoRootKey::Missing(_)) => {
                let key = Zeroizing::new(chance.bytes());
                make(path, &key).map_err(|error| NoRootKey::Io { path: path.into(), error })?;
                Self::read(path)
            }
            other => other,
        }
    }
}

/// `create_new`: of two processes that start at once, one makes the key and the other reads it.
fn make(path: &Path, key: &[u8; 32]) -> io::Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        file => {
            let mut file = file?;
            file.write_all(key)?;
            file.sync_all()?;
        }
    }
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

impl std::fmt::Display for NoRootKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "there is no root key at {}; put the old one back, or name its place", path.display()),
            Self::WrongLength { path, bytes } => write!(f, "the root key at {} has {bytes} bytes, not 32", path.display()),
            Self::Open { path, mode } => {
                write!(f, "others may read the root key at {} (mode {mode:o}); make it 0600 or 0400", path.display())
            }
            Self::Io { path, error } => write!(f, "the root key at {} cannot be used: {error}", path.display()),
        }
    }
}

impl std::error::Error for NoRootKey {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::testing::Folder;

    #[test]
    fn a_missing_key_is_never_made_by_reading() {
        let folder = Folder::new();
        let path = folder.path().join("root.key");
        assert!(matches!(RootKey::read(&path), Err(NoRootKey::Missing(_))));
        assert!(!path.exists());
    }

    #[test]
    fn a_key_that_others_may_read_and_a_short_key_are_refused() {
        let folder = Folder::new();
        let path = folder.path().join("root.key");
        std::fs::write(&path, [7; 32]).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
        assert!(matches!(RootKey::read(&path), Err(NoRootKey::Open { mode: 0o640, .. })));
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).unwrap();
        assert!(RootKey::read(&path).is_ok());
        std::fs::write(&path, [7; 31]).unwrap();
        assert!(matches!(RootKey::read(&path), Err(NoRootKey::WrongLength { bytes: 31, .. })));
    }

    #[test]
    fn a_made_key_is_for_its_owner_alone_and_stays_the_same() {
        let folder = Folder::new();
        let path = folder.path().join("root.key");
        let first = RootKey::read_or_make(&path, &Entropy::system()).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let second = RootKey::read_or_make(&path, &Entropy::system()).unwrap();
        assert_eq!(*first.0, *second.0);
    }
}
