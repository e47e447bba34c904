//! From a data file in two languages to one in one language and complete.

use serde_json::{Map, Value};

use super::{files, lists};
use crate::domain::Lang;

/// Every pair of words `{"id": .., "en": ..}` becomes the one of the language, every `"list"` its
/// choices, every `{"include": "applicant"}` the shared steps, and a region or person without parts
/// gets the usual ones.
///
/// # Errors
/// Names the list or the part that there is none of.
pub fn speak(value: Value, lang: Lang) -> Result<Value, String> {
    match value {
        Value::Object(map) => object(map, lang),
        Value::Array(items) => {
            let mut spoken = Vec::with_capacity(items.len());
            for item in items {
                match included(&item)? {
                    Some(Value::Array(shared)) => {
                        for step in shared {
                            spoken.push(speak(step, lang)?);
                        }
                    }
                    _ => spoken.push(speak(item, lang)?),
                }
            }
            Ok(Value::Array(spoken))
        }
        plain => Ok(plain),
    }
}

fn object(mut map: Map<String, Value>, lang: Lang) -> Result<Value, String> {
    if let (2, Some(Value::String(_)), Some(Value::String(_))) = (map.len(), map.get("id"), map.get("en")) {
        return Ok(map.remove(lang.code()).unwrap_or_default());
    }
    if let Some(list) = map.remove("list") {
        let name = list.as_str().unwrap_or_default();
        let choices = lists::choices(name, lang).ok_or_else(|| ["there is no list ", name].concat())?;
        map.insert("options".to_owned(), serde_json::to_value(choices).map_err(|wrong| wrong.to_string())?);
    }
    let usual = match map.get("kind").and_then(Value::as_str) {
        Some("region") => Some(files::REGION),
        Some("person") => Some(files::PERSON),
        _ => None,
    };
    if let (Some(parts), false) = (usual, map.contains_key("fields")) {
        map.insert("fields".to_owned(), parse(parts)?);
    }
    let spoken: Result<Map<_, _>, String> = map.into_iter().map(|(name, value)| Ok((name, speak(value, lang)?))).collect();
    spoken.map(Value::Object)
}

fn included(item: &Value) -> Result<Option<Value>, String> {
    match item.get("include").and_then(Value::as_str) {
        None => Ok(None),
        Some("applicant") => parse(files::APPLICANT).map(Some),
        Some(other) => Err(["there are no shared steps ", other].concat()),
    }
}

fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|wrong| wrong.to_string())
}
