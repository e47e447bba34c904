use std::fmt;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

/// Where the data is: `sqlite://path/to/file` or `postgres://user@host/database`.
#[derive(Clone)]
pub enum Address {
    Sqlite(PathBuf),
    /// The password comes from a file, never from the address: addresses end up in logs, in process
    /// lists and in the history of a shell.
    Postgres {
        url: String,
        password: Option<Zeroizing<String>>,
    },
}

#[derive(Debug)]
pub enum WrongAddress {
    /// Neither `sqlite://` nor `postgres://`.
    UnknownEngine,
    /// A password stands in the address.
    PasswordInside,
    /// The password's file cannot be read.
    NoPassword(PathBuf, std::io::Error),
}

impl Address {
    /// # Errors
    /// See [`WrongAddress`].
    pub fn parse(url: &str, password_file: Option<&Path>) -> Result<Self, WrongAddress> {
        if let Some(path) = url.strip_prefix("sqlite://") {
            return Ok(Self::Sqlite(path.into()));
        }
        let rest = url.strip_prefix("postgres://").ok_or(WrongAddress::UnknownEngine)?;
        let user = rest.split(['/', '?']).next().and_then(|authority| authority.rsplit_once('@')).map(|(user, _)| user);
        if user.is_some_and(|user| user.contains(':')) || rest.contains("password=") {
            return Err(WrongAddress::PasswordInside);
        }
        let password = password_file.map(read_password).transpose()?;
        Ok(Self::Postgres { url: url.into(), password })
    }
}

fn read_password(path: &Path) -> Result<Zeroizing<String>, WrongAddress> {
    let text = std::fs::read_to_string(path).map_err(|error| WrongAddress::NoPassword(path.into(), error))?;
    let text = Zeroizing::new(text);
    Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()))
}

/// Without the password, so that it may be logged.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Self::Postgres { url, .. } => f.write_str(url),
        }
    }
}

impl fmt::Display for WrongAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownEngine => f.write_str("the database's address must begin with sqlite:// or postgres://"),
            Self::PasswordInside => f.write_str("the database's address must not hold the password; name a file that does"),
            Self::NoPassword(path, error) => write!(f, "the database's password cannot be read from {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for WrongAddress {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_the_address_is_refused() {
        for wrong in ["postgres://kampung:rahasia@localhost/kampung", "postgres://localhost/kampung?password=rahasia"] {
            assert!(matches!(Address::parse(wrong, None), Err(WrongAddress::PasswordInside)), "{wrong}");
        }
    }

    #[test]
    fn a_user_a_port_and_a_socket_are_no_password() {
        for right in ["postgres://kampung@db:5432/kampung", "postgres://kampung@localhost/kampung?host=/run/postgresql"] {
            assert!(matches!(Address::parse(right, None), Ok(Address::Postgres { password: None, .. })), "{right}");
        }
        assert!(
            matches!(Address::parse("sqlite:///data/kampung.db", None), Ok(Address::Sqlite(path)) if path == Path::new("/data/kampung.db"))
        );
    }

    #[test]
    fn another_engine_is_refused() {
        assert!(matches!(Address::parse("mysql://localhost/kampung", None), Err(WrongAddress::UnknownEngine)));
    }
}
