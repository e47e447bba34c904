use leptos::prelude::*;

use super::ways::ways_view;
use crate::features::offices::{OfficeLink, VillageView};
use crate::text::{PortalWords, VillageWords, Words};
use crate::ui::{Icon, PageHead, PublicLayout, Way, use_words};

/// One office, or the choice between offices of the same name. `result`: the way to what is said of its review.
pub fn village_view(view: VillageView, result: Option<Way>) -> AnyView {
    let words = use_words();
    match view {
        VillageView::Office { office, code, postcode, neighbours } => office_view(office, [code, postcode], neighbours, result, words),
        VillageView::Choice { name, offices } => choice_view(name, offices, words.village(), words.portal()),
    }
}

fn office_view(
    office: OfficeLink,
    [code, postcode]: [String; 2],
    neighbours: Vec<OfficeLink>,
    result: Option<Way>,
    words: Words,
) -> AnyView {
    let (words, portal) = (words.village(), words.portal());
    let place = [office.name.as_str(), " (Kec.\u{a0}", &office.kecamatan, ")"].concat();
    let here = ["/d/", &office.slug].concat();
    view! {
        <PublicLayout place=place.clone()>
            <img class="scene" data-tall="" src="/gambar/kantor.svg" alt="" width="360" height="140"/>
            <div class="page flow">
                <PageHead title=office.name description=place/>
                <dl class="sheet kv">
                    <div><dt>{words.kecamatan}</dt><dd>{office.kecamatan}</dd></div>
                    <div><dt>{words.postcode}</dt><dd class="num">{postcode}</dd></div>
                    <div><dt>{words.code}</dt><dd class="num">{code}</dd></div>
                </dl>
                {ways_view(portal, &here)}
                {result.map(|way| view! { <p class="links"><a class="link" href=way.to>{way.words}</a></p> })}
                <h2>{words.neighbours}</h2>
                <ul class="sheet rows" data-flush="">{neighbours.into_iter().map(link_row).collect_view()}</ul>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn choice_view(name: String, offices: Vec<OfficeLink>, words: &'static VillageWords, portal: &'static PortalWords) -> AnyView {
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title=[words.choose_title, ": ", &name].concat()/>
                <p class="lede">{words.choose}</p>
                <ul class="sheet rows" data-flush="">{offices.into_iter().map(link_row).collect_view()}</ul>
                <p class="links"><a class="link" href="/">{portal.all_kecamatan}</a></p>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn link_row(office: OfficeLink) -> AnyView {
    view! {
        <li>
            <a class="row" href=["/d/", &office.slug].concat()>
                <span class="in"><b>{office.name}</b><small>"Kec.\u{a0}" {office.kecamatan}</small></span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}
