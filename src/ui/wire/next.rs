use serde::{Deserialize, Serialize};

/// Where an accepted form leads: what every server function behind a form returns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// A path of ours with its query.
    pub to: String,
    /// A full page load: who is asking has changed, and nothing of the former page may survive.
    #[serde(default)]
    pub afresh: bool,
}

impl Next {
    pub fn to(path: impl Into<String>) -> Self {
        Self { to: path.into(), afresh: false }
    }

    /// After signing in, signing out or changing hats.
    pub fn afresh(path: impl Into<String>) -> Self {
        Self { to: path.into(), afresh: true }
    }
}
