use leptos::prelude::*;

use crate::features::services::{ReadServices, ServiceGroup, ServiceLink, ServicesView};
use crate::text::ServiceWords;
use crate::ui::{Ask, Icon, NamedIcon, PageHead, PublicLayout, Read, load, read, use_words};

const SERVICES: Read<ServicesView> = read::<ReadServices, _>();

/// `/layanan`: what an office does for people. Not all of it can be asked for here yet.
#[component]
pub fn ServicesPage() -> AnyView {
    let words = use_words().services();
    load(SERVICES, Ask::nothing(), move |view| services_view(view, words))
}

fn services_view(view: ServicesView, words: &'static ServiceWords) -> AnyView {
    view! {
        <PublicLayout>
            <div class="page flow">
                <PageHead title=words.list_title description=words.list_description/>
                <p class="lede">{words.list_lede}</p>
                {view.groups.into_iter().map(|group| group_view(group, words)).collect_view()}
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn group_view(group: ServiceGroup, words: &'static ServiceWords) -> AnyView {
    let title = words.categories[group.category as usize];
    view! {
        <h2>{title}</h2>
        <div class="sheet" data-flush="">
            <ul class="rows">{group.services.into_iter().map(|service| row_view(service, words)).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn row_view(service: ServiceLink, words: &'static ServiceWords) -> AnyView {
    let says = if service.open { words.open_now } else { words.soon };
    let link = ["/layanan/", &service.code].concat();
    view! {
        <li>
            <a class="row" href=link>
                <span class="ico"><NamedIcon name=service.code/></span>
                <span class="in"><b>{service.name}</b><small>{says}</small></span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}
