use leptos::prelude::*;

use super::group::Examples;
use crate::ui::NamedIcon;

/// What both sprites are drawn from; `!` says that an icon stands in the small one.
const LIST: &str = include_str!("../../../../scripts/icons.txt");

/// The chapters of the list, in its order.
const TITLES: [&str; 9] = [
    "Layanan",
    "Butir desa cerdas",
    "Keadaan permohonan",
    "Penilaian butir",
    "Hasil periksa surat",
    "Berpindah",
    "Tindakan",
    "Keadaan",
    "Orang, tempat, benda",
];

pub fn examples() -> Examples {
    TITLES.into_iter().zip(chapters()).map(|(title, names)| (title, chapter_view(names))).collect()
}

/// Names by chapter; an empty line ends one.
fn chapters() -> Vec<Vec<&'static str>> {
    let name = |line: &'static str| line.trim_start_matches('!').split_whitespace().next().filter(|name| *name != "#");
    let chapters = LIST.split("\n\n").map(|chapter| chapter.lines().filter_map(name).collect::<Vec<_>>());
    chapters.filter(|chapter| !chapter.is_empty()).collect()
}

fn chapter_view(names: Vec<&'static str>) -> AnyView {
    let tile = |name: &'static str| view! { <li class="titled"><span class="ico"><NamedIcon name/></span><span>{name}</span></li> };
    view! { <ul class="tiles">{names.into_iter().map(tile).collect_view()}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_of_the_list_has_a_title() {
        let chapters = chapters();
        assert_eq!(chapters.len(), TITLES.len());
        assert_eq!((chapters[0].len(), chapters[1].len()), (24, 13));
    }
}
