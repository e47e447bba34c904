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

    /// Whether it takes a full page load from the page `here`. So does what leads to that page itself:
    /// the router would leave it as it stands, its list stale and its form on its way for ever.
    pub fn loads_from(&self, here: &str) -> bool {
        self.afresh || self.to == here
    }

    /// After signing in, signing out or changing hats.
    pub fn afresh(path: impl Into<String>) -> Self {
        Self { to: path.into(), afresh: true }
    }
}

#[cfg(test)]
mod tests {
    use super::Next;

    #[test]
    fn the_page_that_stands_is_loaded_afresh_and_another_one_by_the_router() {
        assert!(Next::to("/kantor/pegawai").loads_from("/kantor/pegawai"));
        assert!(!Next::to("/kantor/pegawai/kode/7").loads_from("/kantor/pegawai"));
        assert!(!Next::to("/kantor/tanda-tangan?setelah=2").loads_from("/kantor/tanda-tangan?setelah=1"));
        assert!(Next::afresh("/akun").loads_from("/masuk"));
    }
}
