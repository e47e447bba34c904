use std::sync::LazyLock;

use serde_json::Value;

use super::{Service, ServiceCode, files, speak::speak};
use crate::domain::Lang;
use crate::forms::sound;

/// All services in both languages, read and judged once.
pub struct Catalogue {
    spoken: [Vec<Service>; 2],
    faults: Vec<String>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(files::SERVICES));

/// The services that this program was built with.
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

impl Catalogue {
    /// Reads files, code and text. A file with a fault is left out and named in [`Catalogue::faults`]:
    /// it closes one service, not the house. No such file passes the tests.
    pub fn read(files: &[(&str, &str)]) -> Self {
        let mut catalogue = Self { spoken: [Vec::new(), Vec::new()], faults: Vec::new() };
        for (code, text) in files {
            match both_languages(code, text) {
                Ok(services) => catalogue.spoken.iter_mut().zip(services).for_each(|(all, service)| all.push(service)),
                Err(faults) => catalogue.faults.extend(faults.into_iter().map(|fault| [code, ".json: ", &fault].concat())),
            }
        }
        catalogue
    }

    /// In the order in which people see them.
    pub fn all(&self, lang: Lang) -> &[Service] {
        &self.spoken[lang as usize]
    }

    pub fn service(&self, code: &ServiceCode, lang: Lang) -> Option<&Service> {
        self.all(lang).iter().find(|service| service.code == *code)
    }

    pub fn faults(&self) -> &[String] {
        &self.faults
    }
}

fn both_languages(code: &str, text: &str) -> Result<[Service; 2], Vec<String>> {
    let [indonesian, english] = Lang::ALL.map(|lang| in_one_language(text, lang).map_err(|fault| vec![fault]));
    let services = [indonesian?, english?];
    let faults: Vec<String> = services.iter().flat_map(|service| faults_of(code, service)).collect();
    if faults.is_empty() { Ok(services) } else { Err(faults) }
}

fn in_one_language(text: &str, lang: Lang) -> Result<Service, String> {
    let spoken = speak(serde_json::from_str(text).map_err(|wrong| wrong.to_string())?, lang)?;
    let form = spoken.get("form").cloned().unwrap_or_default();
    let service: Service = serde_json::from_value(spoken).map_err(|wrong| wrong.to_string())?;
    let kept = serde_json::to_value(&service.form).map_err(|wrong| wrong.to_string())?;
    match passed_over(&form, &kept) {
        Some(name) => Err(["the form says nothing by \"", &name, "\""].concat()),
        None => Ok(service),
    }
}

/// A name in a form's file of which nothing was kept: misspelt, or the usual value. Reading passes over
/// it, since an older browser must, so it is looked for here.
fn passed_over(file: &Value, kept: &Value) -> Option<String> {
    match (file, kept) {
        (Value::Object(file), Value::Object(kept)) => file.iter().find_map(|(name, value)| match kept.get(name) {
            Some(kept) => passed_over(value, kept),
            None => Some(name.clone()),
        }),
        (Value::Array(file), Value::Array(kept)) => file.iter().zip(kept).find_map(|(file, kept)| passed_over(file, kept)),
        _ => None,
    }
}

fn faults_of(code: &str, service: &Service) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |what: &str| faults.push(what.to_owned());
    if service.code.as_str() != code {
        fault("holds the code of another file");
    }
    let words = [&service.name, &service.short, &service.who, &service.gives];
    let papers = service.papers.iter().map(|paper| &paper.name);
    let legal = service.legal.iter().flat_map(|basis| [&basis.text, &basis.source]);
    if words.into_iter().chain(papers).chain(legal).any(|words| words.trim().is_empty()) {
        fault("lacks words");
    }
    if service.papers.is_empty() || service.legal.is_empty() || service.promise_minutes == 0 {
        fault("lacks papers, a legal basis or a promise");
    }
    for fact in ["promise_minutes", "valid_days", "classification", "papers", "signer"] {
        if !service.sources.iter().any(|source| source.about == fact && !source.source.trim().is_empty()) {
            fault(&["says no source for ", fact].concat());
        }
    }
    if service.open == service.sample.is_empty() {
        fault("is open without a sample of its letter, or shows one and is not");
    }
    match (service.open, service.form.steps.is_empty()) {
        (true, _) => faults.extend(sound::faults(&service.form)),
        (false, true) => {}
        (false, false) => fault("is not open and has a form"),
    }
    faults
}
