//! A version that waits, as it is stored: what was written, by whom, and where it stands.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Content, Pending, Stage};
use crate::domain::AccountId;

#[derive(Serialize, Deserialize)]
struct Written<T> {
    content: T,
    by: AccountId,
    stage: Place,
    /// Missing in what was written before it was kept.
    #[serde(default)]
    asked: Option<String>,
}

#[derive(Serialize, Deserialize)]
enum Place {
    Draft,
    Proposed,
    Returned(String),
}

impl<C: Content> Serialize for Pending<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (by, asked) = (self.by, self.asked.clone());
        match &self.stage {
            Stage::Draft(content) => Written { content, by, stage: Place::Draft, asked }.serialize(serializer),
            Stage::Proposed(content) => Written { content, by, stage: Place::Proposed, asked }.serialize(serializer),
            Stage::Returned(content, reason) => {
                Written { content, by, stage: Place::Returned(reason.clone()), asked }.serialize(serializer)
            }
        }
    }
}

impl<'de, C: Content> Deserialize<'de> for Pending<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { content, by, stage, asked } = Written::<Value>::deserialize(deserializer)?;
        let stage = match stage {
            Place::Draft => serde_json::from_value(content).map(Stage::Draft),
            Place::Proposed => serde_json::from_value(content).map(Stage::Proposed),
            Place::Returned(reason) => serde_json::from_value(content).map(|content| Stage::Returned(content, reason)),
        };
        Ok(Self { by, stage: stage.map_err(D::Error::custom)?, asked })
    }
}
