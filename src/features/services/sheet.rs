//! What people see of the catalogue.

use super::views::{ServiceGroup, ServiceLink, ServiceView, ServicesView};
use super::{Category, Mark, Service, ServiceCode, catalogue};
use crate::domain::{Instant, Lang};
use crate::features::offices::OfficeHours;

pub fn services(lang: Lang) -> ServicesView {
    let mut groups: Vec<ServiceGroup> = Vec::new();
    for category in Category::ALL {
        let of_it = catalogue().all(lang).iter().filter(|service| service.category == category);
        let services: Vec<ServiceLink> = of_it.map(link).collect();
        if !services.is_empty() {
            groups.push(ServiceGroup { category, services });
        }
    }
    ServicesView { groups }
}

pub fn service(code: &ServiceCode, lang: Lang, now: Instant) -> Option<ServiceView> {
    let service = catalogue().service(code, lang)?;
    let hours = OfficeHours::default();
    let proposed = service.sources.iter().any(|source| source.about == "promise_minutes" && source.mark == Mark::P);
    Some(ServiceView {
        code: service.code.to_string(),
        name: service.name.clone(),
        open: service.open,
        who: service.who.clone(),
        gives: service.gives.clone(),
        papers: service.papers.clone(),
        promise_minutes: service.promise_minutes,
        promised: hours.wall_time(hours.after(now, service.promise_minutes)),
        valid_days: service.valid_days,
        legal: service.legal.clone(),
        guide: service.guide.clone(),
        promise_is_proposed: proposed,
        printed: hours.wall_time(now),
    })
}

fn link(service: &Service) -> ServiceLink {
    ServiceLink { code: service.code.to_string(), name: service.name.clone(), short: service.short.clone(), open: service.open }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_service_has_no_sheet() {
        assert_eq!(service(&"emas".parse().expect("a code"), Lang::Id, Instant::from_micros(0)), None);
    }

    #[test]
    fn all_24_are_listed_and_the_open_ones_say_so() {
        let all: Vec<ServiceLink> = services(Lang::En).groups.into_iter().flat_map(|group| group.services).collect();
        assert_eq!(all.len(), 24);
        assert!(all.iter().find(|link| link.code == "sku").is_some_and(|link| link.open && link.name == "Business certificate"));
    }
}
