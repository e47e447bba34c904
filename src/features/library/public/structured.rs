//! The same that people read, for search engines: schema.org in JSON-LD.

use serde_json::json;

use crate::features::library::Language;
use crate::features::library::store::Known;
use crate::server::linked_data::written;

pub fn book_data(known: &Known, address: &str) -> String {
    let title = &known.title;
    let mut data = json!({ "@context": "https://schema.org", "@type": "Book", "name": title.name, "url": address });
    for (name, text) in [("author", &title.authors), ("publisher", &title.publisher), ("description", &title.summary)] {
        if !text.is_empty() {
            data[name] = text.as_str().into();
        }
    }
    if let Some(isbn) = title.isbn {
        data["isbn"] = isbn.to_string().into();
    }
    if let Some(year) = title.year {
        data["datePublished"] = year.to_string().into();
    }
    if let Some(language) = language(title.language) {
        data["inLanguage"] = language.into();
    }
    written(&data)
}

/// As BCP 47 has it.
const fn language(language: Language) -> Option<&'static str> {
    match language {
        Language::Indonesian => Some("id"),
        Language::Osing => Some("osi"),
        Language::Javanese => Some("jv"),
        Language::Madurese => Some("mad"),
        Language::English => Some("en"),
        Language::Arabic => Some("ar"),
        Language::Other => None,
    }
}
