use leptos::prelude::*;

use crate::features::catalogue::{ON_CARDS, picture_view};
use crate::features::library::public::figures::{FetchFigure, PlaceFigure, TitleFigure};
use crate::ui::{Icon, Way, data_view};

pub fn title(figure: TitleFigure) -> AnyView {
    let summary = (!figure.summary.is_empty()).then(|| view! { <p>{figure.summary}</p> }.into_any());
    let fact = |(name, says): (String, String)| view! { <div><dt>{name}</dt><dd>{says}</dd></div> }.into_any();
    let hint = figure.hint.map(|hint| view! { <p class="soft">{hint}</p> }.into_any());
    let places = if figure.places.is_empty() { nowhere_view(figure.nowhere) } else { places_view(figure.places) };
    let fetch = figure.fetch.map(fetch_view);
    let cover = figure
        .cover
        .map(|cover| view! { <ul class="cards"><li><div class="card">{picture_view(cover, ON_CARDS, true)}</div></li></ul> }.into_any());
    let files = (!figure.files.is_empty()).then(|| files_view(figure.read_here, figure.files));
    view! {
        {cover}
        {files}
        {fetch}
        <section class="flow">
            <h2>{figure.where_it_is}</h2>
            {hint}
            {places}
        </section>
        <section class="sheet flow">
            <h2>{figure.about}</h2>
            {summary}
            <dl class="kv">{figure.facts.into_iter().map(fact).collect_view()}</dl>
        </section>
        {data_view(figure.data)}
    }
    .into_any()
}

/// A file is no page of ours: the browser fetches it.
fn files_view(heading: &'static str, files: Vec<(Way, String)>) -> AnyView {
    let file = |(Way { to, words }, said): (Way, String)| {
        view! { <p><a class="btn" href=to rel="external">{words}</a></p> <p class="soft">{said}</p> }.into_any()
    };
    view! { <section class="sheet flow"><h2>{heading}</h2>{files.into_iter().map(file).collect_view()}</section> }.into_any()
}

/// Its press asks for a page, so the browser needs no code for it.
fn fetch_view(fetch: FetchFigure) -> AnyView {
    let choice = |(code, name): (String, String)| {
        let here = code == fetch.chosen;
        view! { <option value=code selected=here>{name}</option> }.into_any()
    };
    let choices = fetch.choices.into_iter().map(choice).collect_view();
    view! {
        <section class="sheet flow">
            <h2>{fetch.heading}</h2>
            <form class="flow" method="get" action=fetch.to>
                <input type="hidden" name="di" value=fetch.from/>
                <div class="field">
                    <label for="ambil">{fetch.label}</label>
                    <p class="hint" id="ambil-hint">{fetch.hint}</p>
                    <span class="pick"><select class="box" id="ambil" name="ambil" aria-describedby="ambil-hint">{choices}</select></span>
                </div>
                <button class="btn btn-second">{fetch.button}</button>
            </form>
        </section>
    }
    .into_any()
}

fn places_view(places: Vec<PlaceFigure>) -> AnyView {
    view! { <div class="sheet"><ul class="items">{places.into_iter().map(place_view).collect_view()}</ul></div> }.into_any()
}

fn place_view(place: PlaceFigure) -> AnyView {
    let link = |Way { to, words }: Way| view! { <a class="link" href=to>{words}</a> }.into_any();
    view! {
        <li>
            <Icon name="map-pin"/>
            <div>
                <b>{place.name}</b>
                <p>{place.told}</p>
                <p class="links">{place.order.map(link)} {link(place.page)}</p>
            </div>
        </li>
    }
    .into_any()
}

fn nowhere_view([title, hint]: [String; 2]) -> AnyView {
    view! { <div class="empty" role="status"><Icon name="books"/><b>{title}</b><p>{hint}</p></div> }.into_any()
}
