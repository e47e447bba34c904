use leptos::prelude::*;

use super::{Card, ListFigure};
use crate::ui::{Icon, Way, mark_view, none_view, picks_view};

pub fn list(figure: ListFigure) -> AnyView {
    let cards = if figure.cards.is_empty() { none_view(figure.none) } else { cards_view(figure.cards, figure.next) };
    let past = figure.past.then(|| view! { <input type="hidden" name="lalu" value="ya"/> }.into_any()).into_any();
    let link = |Way { to, words }: Way| view! { <a class="link" href=to>{words}</a> }.into_any();
    view! {
        <form class="flow no-print" method="get" action=figure.to role="search">
            {picks_view(figure.summary, figure.picks, past, figure.show)}
        </form>
        {cards}
        <p class="links">{figure.ways.into_iter().map(link).collect_view()}</p>
    }
    .into_any()
}

fn cards_view(cards: Vec<Card>, next: Option<Way>) -> AnyView {
    let more = next.map(|Way { to, words }| view! { <a class="btn btn-second" href=to>{words}</a> }.into_any());
    view! {
        <div class="sheet" data-flush=""><ul class="rows">{cards.into_iter().map(card_view).collect_view()}</ul></div>
        {more}
    }
    .into_any()
}

fn card_view(card: Card) -> AnyView {
    view! {
        <li>
            <a class="row" href=card.to>
                <span class="in">
                    <b>{card.title}</b>
                    <small>{card.when}</small>
                    <small>{card.about}</small>
                    <small>{card.office}</small>
                    {mark_view(card.room)}
                </span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}
