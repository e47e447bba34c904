//! What visitors see of the list.

use super::gazetteer::{Office, gazetteer};
use super::views::{KecamatanGroup, OfficeLink, PortalView, VillageView};

/// A screen shows no more than this many hits.
const HITS: usize = 50;

pub fn portal(search: &str) -> PortalView {
    let search = search.trim();
    if search.is_empty() {
        let groups =
            gazetteer().by_kecamatan().into_iter().map(|(name, offices)| KecamatanGroup { name: name.to_owned(), offices: links(offices) });
        return PortalView { search: String::new(), found: Vec::new(), groups: groups.collect() };
    }
    let found = links(gazetteer().search(search).into_iter().take(HITS).collect());
    PortalView { search: search.to_owned(), found, groups: Vec::new() }
}

pub fn village(slug: &str) -> Option<VillageView> {
    let Some(office) = gazetteer().by_slug(slug) else {
        let namesakes = gazetteer().namesakes(slug);
        let name = namesakes.first()?.name.to_owned();
        return Some(VillageView::Choice { name, offices: links(namesakes) });
    };
    let neighbours = gazetteer().by_kecamatan().remove(office.kecamatan).unwrap_or_default();
    let others = neighbours.into_iter().filter(|other| other.code != office.code).collect();
    Some(VillageView::Office {
        office: link(office),
        code: office.code.to_string(),
        postcode: office.postcode.to_owned(),
        neighbours: links(others),
    })
}

fn links(offices: Vec<&Office>) -> Vec<OfficeLink> {
    offices.into_iter().map(link).collect()
}

pub fn link(office: &Office) -> OfficeLink {
    OfficeLink { name: office.title(), kecamatan: office.kecamatan.to_owned(), slug: office.slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_village_is_none() {
        assert_eq!(village("atlantis"), None);
        assert_eq!(village(""), None);
    }

    #[test]
    fn a_repeated_name_is_a_choice_with_the_kecamatan() {
        let Some(VillageView::Choice { offices, .. }) = village("tamansari") else { panic!("no choice") };
        assert_eq!(offices.iter().map(|office| office.kecamatan.as_str()).collect::<Vec<_>>(), ["Tegalsari", "Licin"]);
    }

    #[test]
    fn searching_for_spaces_shows_all_kecamatan() {
        assert_eq!(portal("  ").groups.len(), 25);
    }
}
